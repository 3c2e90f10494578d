import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceClient } from './service-client.js';

/** Sent only to keep the line open. */
const BEAT = 'beat';

/** The live events of a campaign, reduced to "something changed, look again". */
export class EventFeed {
  private readonly closing = new AbortController();
  private changes = 0;
  private wake: () => void = () => undefined;

  /** Follows the events from now on. */
  static async open(client: ServiceClient, campaign: string): Promise<EventFeed> {
    const feed = new EventFeed();
    const response = await client.open(`/api/campaigns/${campaign}/events`, feed.closing.signal);
    // A stream that breaks is no failure: whoever waits looks again after a while anyway.
    void feed.follow(response.body!).catch(() => undefined);
    return feed;
  }

  /** Resolves at the first event that this method has not told of before, or after `withinMs`. */
  async changed(withinMs: number): Promise<void> {
    if (this.changes === 0) {
      const waited = new AbortController();
      const event = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      const timeout = sleep(withinMs, undefined, { signal: waited.signal }).catch(() => undefined);
      await Promise.race([event, timeout]);
      waited.abort();
    }
    this.changes = 0;
  }

  close(): void {
    this.closing.abort();
  }

  private async follow(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop()!;
      for (const message of messages) this.take(message);
    }
  }

  private take(message: string): void {
    const kind = /^event: ?(.*)$/m.exec(message)?.[1];
    if (kind === undefined || kind === BEAT) return;
    this.changes += 1;
    this.wake();
  }
}
