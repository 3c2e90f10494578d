import { Injectable } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Caller } from './caller.js';
import { Sessions } from './sessions.service.js';

/** Together well below the second within which a right that is gone must no longer show anything. */
const LOOK_MS = 400;
const LATE_MS = 300;

interface Watcher {
  readonly caller: Caller;
  readonly subscriber: Subscriber<Caller | undefined>;
  /** One question at a time: while the database is away they must not pile up. */
  isAsked: boolean;
}

/**
 * Looks again and again who a caller is, for answers that outlast their request. It asks the database, like every
 * request does, and so sees what any process or an administrator's statement has changed, whether Redis is there or not.
 * One clock for all, so that they ask together: a look costs one statement, and thousands of watchers little more.
 */
@Injectable()
export class CallerWatch {
  private readonly watchers = new Set<Watcher>();
  private clock: NodeJS.Timeout | undefined;

  constructor(private readonly sessions: Sessions) {}

  /**
   * The caller as of each look; undefined while the database does not say. Completes when the session has ended or
   * expired, or the account is disabled.
   */
  watch(caller: Caller): Observable<Caller | undefined> {
    return new Observable((subscriber) => {
      const watcher = { caller, subscriber, isAsked: false };
      this.watchers.add(watcher);
      this.clock ??= setInterval(() => this.look(), LOOK_MS);
      return () => {
        this.watchers.delete(watcher);
        if (this.watchers.size > 0) return;
        clearInterval(this.clock);
        this.clock = undefined;
      };
    });
  }

  private look(): void {
    const unanswered = new Set<Watcher>();
    for (const watcher of this.watchers) {
      if (watcher.isAsked) continue;
      watcher.isAsked = true;
      unanswered.add(watcher);
      void this.ask(watcher).finally(() => {
        watcher.isAsked = false;
        unanswered.delete(watcher);
      });
    }
    setTimeout(() => {
      for (const { subscriber } of unanswered) subscriber.next(undefined);
    }, LATE_MS);
  }

  private async ask({ caller, subscriber }: Watcher): Promise<void> {
    const found = await this.sessions.renew(caller).catch(() => undefined);
    if (found === null) subscriber.complete();
    else subscriber.next(found);
  }
}
