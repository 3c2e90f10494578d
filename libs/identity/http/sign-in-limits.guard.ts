import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Config, Problem, RedisAccess, clientAddress, networkOf } from '@thidua/platform';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 60;
/** A Redis that takes longer is as good as away. */
const ANSWER_MS = 500;

interface Limit {
  readonly counter: RateLimiterRedis;
  /** Of what is counted. */
  readonly key: (network: string, login: string) => string;
}

/**
 * Stands before the sign-in by password: how often one may be tried within a minute. Counted for all processes together,
 * and by each alone while Redis is away.
 */
@Injectable()
export class SignInLimits implements CanActivate {
  /**
   * In this order, and what one refuses counts for none of the next: whoever tries from one address meets a limit of his
   * own before the account meets its, and so shuts nobody else out of it.
   */
  private readonly limits: readonly Limit[];

  constructor(config: Config, redis: RedisAccess) {
    const storeClient = redis.client('sign-in-limits', { commandTimeout: ANSWER_MS });
    const counter = (name: string, points: number) => {
      const window = { keyPrefix: `thidua:sign-in:${name}`, points, duration: WINDOW_SECONDS };
      return new RateLimiterRedis({
        ...window,
        storeClient,
        rejectIfRedisNotReady: true,
        // A flood beyond the limit costs Redis nothing.
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: new RateLimiterMemory(window),
      });
    };
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
    for (const { counter, key } of this.limits) {
      const refused = await counter.consume(key(network, loginOf(request.body))).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (refused instanceof RateLimiterRes) throw tooMany(refused.msBeforeNext);
      if (refused !== undefined) throw refused;
    }
    return true;
  }
}

/** The login of a body that is not checked yet. */
function loginOf(body: unknown): string {
  const { login } = (body ?? {}) as { login?: unknown };
  return typeof login === 'string' ? login : '';
}

function tooMany(ms: number): Problem {
  return new Problem('request.tooMany', 429, { headers: { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) } });
}
