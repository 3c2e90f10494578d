import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** The header in which a caller may name a request, and in which every answer names it. */
export const CORRELATION_HEADER = 'x-correlation-id';

const ACCEPTABLE = /^[\w-]{1,64}$/;
const current = new AsyncLocalStorage<string>();

/** The id offered if it is harmless in a log and a header, else a new one. */
export function correlationIdFrom(offered: unknown): string {
  return typeof offered === 'string' && ACCEPTABLE.test(offered) ? offered : randomUUID();
}

/** The id of the request or job this code runs for; undefined outside both. */
export function currentCorrelationId(): string | undefined {
  return current.getStore();
}

/** Runs `work`, and everything it starts, under this id. Anything but an acceptable id is replaced by a new one. */
export function runWithCorrelation<Result>(id: unknown, work: () => Result): Result {
  return current.run(correlationIdFrom(id), work);
}

/** The data of a job with the current id in it, so that its log lines carry the id of the request that caused it. */
export function withCorrelation<Data extends object>(data: Data): Data & { correlationId?: string } {
  const correlationId = current.getStore();
  return correlationId === undefined ? data : { ...data, correlationId };
}
