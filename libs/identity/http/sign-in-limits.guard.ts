import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Config, Problem, RedisAccess, clientAddress, networkOf } from '@thidua/platform';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { callerOf } from '../caller.js';

const WINDOW_SECONDS = 60;
/** Wrong in a row from one address, before each further one costs a pause, twice as long as the one before. */
const FREE_FAILURES = 10;
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 3_600;
/** After so long without another one they are forgotten. */
const FORGOTTEN_SECONDS = 24 * 3_600;
/** What a wrong password is answered with. */
const WRONG: ReadonlySet<string> = new Set(['session.credentials', 'password.wrong']);
/** A Redis that takes longer is as good as away. */
const ANSWER_MS = 500;

interface Limit {
  readonly counter: RateLimiterRedis;
  /** Of what is counted. */
  readonly key: (network: string, login: string) => string;
}

/**
 * Stands before whatever asks for a password: how often one may be tried within a minute, and how long whoever has been
 * wrong many times in a row waits before the next. Counted for all processes together, and by each alone while Redis is
 * away; by what was typed, whether there is such an account or not.
 */
@Injectable()
export class SignInLimits implements CanActivate {
  /**
   * In this order, and what one refuses counts for none of the next: whoever tries from one address meets a limit of his
   * own before the account meets its, and so shuts nobody else out of it.
   */
  private readonly limits: readonly Limit[];
  /** Of a login from an address: how often in a row it was wrong, and whether it waits. An account as such never does. */
  private readonly failures: RateLimiterRedis;
  private readonly pauses: RateLimiterRedis;

  constructor(config: Config, redis: RedisAccess) {
    const storeClient = redis.client('sign-in-limits', { commandTimeout: ANSWER_MS });
    const counterOf = (name: string, points: number, duration: number) => {
      const window = { keyPrefix: `thidua:sign-in:${name}`, points, duration };
      const insuranceLimiter = new RateLimiterMemory(window);
      return { ...window, storeClient, rejectIfRedisNotReady: true, insuranceLimiter };
    };
    const counter = (name: string, points: number) =>
      // A flood beyond the limit costs Redis nothing.
      new RateLimiterRedis({ ...counterOf(name, points, WINDOW_SECONDS), inMemoryBlockOnConsumed: points + 1 });
    this.failures = new RateLimiterRedis(counterOf('failures', FREE_FAILURES, FORGOTTEN_SECONDS));
    this.pauses = new RateLimiterRedis(counterOf('pause', 1, LONGEST_PAUSE_SECONDS));
    this.limits = [
      { counter: counter('address', config.signInsPerAddress), key: (network) => network },
      {
        counter: counter('here', Math.ceil(config.signInsPerAccount / 3)),
        key: (network, login) => `${network} ${login}`,
      },
      { counter: counter('account', config.signInsPerAccount), key: (_, login) => login },
      { counter: counter('all', config.signInsInAll), key: () => '' },
    ];
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const network = networkOf(clientAddress(request));
    const login = loginOf(request);
    const pause = await this.pauses.get(`${network} ${login}`);
    if (pause !== null && pause.remainingPoints <= 0) throw tooMany(pause.msBeforeNext);
    for (const { counter, key } of this.limits) {
      const refused = await counter.consume(key(network, login)).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (refused instanceof RateLimiterRes) throw tooMany(refused.msBeforeNext);
      if (refused !== undefined) throw refused;
    }
    return true;
  }

  /** Runs what proves a password, and counts it for or against whoever asks. */
  async counting<T>(request: FastifyRequest, prove: () => Promise<T>): Promise<T> {
    const key = `${networkOf(clientAddress(request))} ${loginOf(request)}`;
    try {
      const proved = await prove();
      await Promise.all([this.failures.delete(key), this.pauses.delete(key)]);
      return proved;
    } catch (error) {
      if (error instanceof Problem && WRONG.has(error.code)) await this.countFailure(key);
      throw error;
    }
  }

  private async countFailure(key: string): Promise<void> {
    const { consumedPoints } = await this.failures.penalty(key);
    if (consumedPoints < FREE_FAILURES) return;
    const seconds = FIRST_PAUSE_SECONDS * 2 ** Math.min(consumedPoints - FREE_FAILURES, 30);
    await this.pauses.block(key, Math.min(seconds, LONGEST_PAUSE_SECONDS));
  }
}

/** Asks the limits before a route: a class of its own, since Nest makes guards anew for each module that uses them. */
@Injectable()
export class LimitedSignIn implements CanActivate {
  constructor(private readonly limits: SignInLimits) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    return this.limits.canActivate(context);
  }
}

/** The login of whoever is signed in, else that of a body that is not checked yet. */
function loginOf(request: FastifyRequest): string {
  const { login } = callerOf(request) ?? ((request.body ?? {}) as { login?: unknown });
  return typeof login === 'string' ? login : '';
}

function tooMany(ms: number): Problem {
  return new Problem('request.tooMany', 429, { headers: { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) } });
}
