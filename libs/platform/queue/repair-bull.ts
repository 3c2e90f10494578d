import type { Queue } from 'bull';
import type { Redis } from 'ioredis';

/** The parts of a Bull 4.16 queue that its types do not show. */
interface BullInternals {
  readonly bclient: Redis;
  readonly bclientInitialized?: boolean;
  readonly closing?: unknown;
  readonly processing: Record<string, Promise<unknown>>;
  process(...args: unknown[]): Promise<void>;
  setWorkerName(): Promise<void>;
  whenCurrentJobsFinished(): Promise<unknown>;
  onApplicationShutdown?: () => unknown;
  _clearTimers(): Promise<void>;
}

/**
 * Changes what Bull does around start and end where it leaves promises to nobody: their rejection would end the
 * process. Call before the first processor is registered.
 * @param onError told why a processor does not run.
 */
export function repairBull(queue: Queue, onError: (error: unknown) => void): void {
  const bull = queue as unknown as BullInternals;
  const { process, setWorkerName } = bull;

  // Registering a processor waits for the connection; a process that stops before it was there saw a rejection.
  bull.process = (...args) =>
    process.apply(queue, args).catch((error: unknown) => {
      if (!bull.closing) onError(error);
    });

  // The name is only for people who look at the server's list of clients.
  bull.setWorkerName = () => setWorkerName.call(queue).catch(() => undefined);

  // Bull closes the waiting connection and opens it again, for nothing; while Redis is away that fails unheard.
  bull.whenCurrentJobsFinished = () => {
    if (bull.bclientInitialized) bull.bclient.disconnect();
    return Promise.all(Object.values(bull.processing));
  };

  // `Queues` closes it, within a limit; a second wait without one would undo that.
  bull.onApplicationShutdown = () => undefined;
}

/** Stops the clocks of a queue whose last jobs will not end, so that they do not keep the process alive. */
export function abandon(queue: Queue): void {
  void (queue as unknown as BullInternals)._clearTimers();
}
