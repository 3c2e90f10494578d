import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Observable, Subject } from 'rxjs';
import { Recurring } from '../logging/recurring.js';
import { RedisAccess } from '../redis/redis-access.js';

const PREFIX = 'thidua:live:';

/**
 * Short messages to every process, for pages that are open: "this ranking moved". A message may be lost while Redis is
 * away; after that `gaps` emits, and who shows something reads it again.
 */
@Injectable()
export class LiveEvents implements BeforeApplicationShutdown {
  /** Emits when messages may have been missed. */
  readonly gaps: Observable<void>;
  private readonly logger = new Logger('LiveEvents');
  private readonly missed = new Subject<void>();
  private readonly channels = new Map<string, { readonly messages: Subject<unknown>; observers: number }>();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private wasReady = false;

  constructor(
    access: RedisAccess,
    private readonly recurring: Recurring,
  ) {
    this.gaps = this.missed.asObservable();
    this.publisher = access.client('live-publish');
    this.subscriber = access.client('live-observe');
    this.subscriber.on('message', (channel: string, text: string) => this.deliver(channel, text));
    this.subscriber.on('ready', () => {
      // The subscriptions are on their way before anything asked here; what is read after them misses nothing.
      if (this.wasReady) this.missed.next();
      this.wasReady = true;
    });
  }

  /** Tells every observer of the channel in every process. Never waits, never throws. */
  publish(channel: string, payload: unknown): void {
    // Kept until Redis is back, messages would pile up for pages that read everything again anyway.
    if (this.publisher.status !== 'ready') return;
    this.publisher.publish(PREFIX + channel, JSON.stringify(payload)).catch((error: unknown) => {
      if (!this.recurring.outage(error)) this.recurring.tell('live events are not sent', { channel, err: error });
    });
  }

  /** The messages published on the channel from the subscription on. Completes when the process stops. */
  observe<Payload>(channel: string): Observable<Payload> {
    return new Observable<Payload>((observer) => {
      const key = PREFIX + channel;
      const open = this.channels.get(key) ?? this.open(key);
      open.observers++;
      const subscription = open.messages.subscribe(observer as never);
      return () => {
        subscription.unsubscribe();
        if (--open.observers === 0) this.close(key);
      };
    });
  }

  /** Ends the event streams, which would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const { messages } of [...this.channels.values()]) messages.complete();
    this.missed.complete();
  }

  private open(key: string) {
    const channel = { messages: new Subject<unknown>(), observers: 0 };
    this.channels.set(key, channel);
    this.subscriber.subscribe(key).catch((error: unknown) => this.unless(error));
    return channel;
  }

  private close(key: string): void {
    this.channels.delete(key);
    this.subscriber.unsubscribe(key).catch((error: unknown) => this.unless(error));
  }

  /** Commands are only refused when the connection is closed for good, with the process. */
  private unless(error: unknown): void {
    this.logger.debug({ msg: 'subscription not changed', err: error });
  }

  private deliver(key: string, text: string): void {
    this.channels.get(key)?.messages.next(JSON.parse(text));
  }
}
