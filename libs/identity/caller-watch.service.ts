import { Injectable } from '@nestjs/common';
import { catchError, exhaustMap, from, interval, map, merge, of, share, takeUntil, takeWhile, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Caller } from './caller.js';
import { Sessions } from './sessions.service.js';

/** Together well below the second within which a right that is gone must no longer show anything. */
const LOOK_MS = 400;
const LATE_MS = 300;

/**
 * Looks again and again who a caller is, for answers that outlast their request. It asks the database, like every
 * request does, and so sees what any process or an administrator's statement has changed, whether Redis is there or not.
 */
@Injectable()
export class CallerWatch {
  /** One clock for all, so that they ask together: a look costs one statement, however many streams are open. */
  private readonly ticks = interval(LOOK_MS).pipe(share());

  constructor(private readonly sessions: Sessions) {}

  /**
   * The caller as of each look; undefined while the database does not say. Completes when the session has ended or
   * expired, or the account is disabled.
   */
  watch(caller: Caller): Observable<Caller | undefined> {
    return this.ticks.pipe(
      exhaustMap(() => {
        // One question at a time: while the database is away they must not pile up.
        const found = from(this.sessions.renew(caller)).pipe(
          catchError(() => of(undefined)),
          share(),
        );
        const late = timer(LATE_MS).pipe(map(() => undefined));
        return merge(found, late.pipe(takeUntil(found)));
      }),
      takeWhile((found) => found !== null),
    );
  }
}
