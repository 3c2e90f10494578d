import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { ROOT_LOGGER } from './root-logger.js';
import { outageOf } from './outage.js';
import { errorMessage } from './told-error.js';

const PERIOD_MS = 60_000;

interface Told {
  readonly since: number;
  /** In all, and in this period. */
  times: number;
  latest: number;
}

/**
 * Tells of what happens again and again for one reason: with one line when it begins, a count each minute, and one line
 * when a minute has passed without it. Whatever goes wrong, the log stays as short as what there is to say.
 */
@Injectable()
export class Recurring implements OnApplicationShutdown {
  private readonly under = new Map<string, Told>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(ROOT_LOGGER) private readonly logger: Logger) {}

  /** @param details told with the first only. */
  tell(what: string, details: object = {}): void {
    const known = this.under.get(what);
    if (known) {
      known.times += 1;
      known.latest += 1;
      return;
    }
    this.under.set(what, { since: Date.now(), times: 1, latest: 0 });
    this.timer ??= setInterval(() => this.count(), PERIOD_MS).unref();
    this.logger.warn({ ...details, msg: what });
  }

  /** @returns whether the failure is of an outage, and told so. Of any other its finder tells. */
  outage(error: unknown, details: object = {}): boolean {
    const what = outageOf(error);
    if (what !== undefined) this.tell(what, { reason: errorMessage(error as Error), ...details });
    return what !== undefined;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private count(): void {
    for (const [what, told] of this.under) {
      if (told.latest > 0) this.logger.warn({ msg: `${what}: still`, times: told.latest });
      else this.end(what, told);
      told.latest = 0;
    }
    if (this.under.size === 0) this.onApplicationShutdown();
  }

  private end(what: string, { since, times }: Told): void {
    this.under.delete(what);
    const seconds = Math.round((Date.now() - since) / 1000);
    this.logger.warn({ msg: `${what}: over`, times, seconds });
  }
}
