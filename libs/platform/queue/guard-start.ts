import type { Queue } from 'bull';

/** What Bull calls on itself while a processor is registered, and leaves the promises of to nobody. */
interface Starting {
  process(...args: unknown[]): Promise<void>;
  setWorkerName(): Promise<void>;
}

/**
 * Keeps a process that stops before Redis was reached from dying of a rejection nobody handles: registering a
 * processor waits for the connection, which then ends instead. Call before the first processor is registered.
 * @param onError told of any other reason why a processor does not run.
 */
export function guardStart(queue: Queue, onError: (error: unknown) => void): void {
  const starting = queue as unknown as Starting;
  const { process, setWorkerName } = starting;
  const isClosing = () => (queue as unknown as { closing?: unknown }).closing !== undefined;
  starting.process = (...args) =>
    process.apply(queue, args as never).catch((error: unknown) => {
      if (!isClosing()) onError(error);
    });
  // The name is for people who look at the server's list of clients.
  starting.setWorkerName = () => setWorkerName.call(queue).catch(() => undefined);
}
