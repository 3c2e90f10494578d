import { queryOptions } from '@tanstack/react-query';
import { client, dataOf } from './client.js';
import type { Readiness } from './types.js';

/** Whether the server answers at all; a proxy that speaks in its place does not count. */
export async function isServerReachable(): Promise<boolean> {
  try {
    return (await dataOf(client.GET('/api/health/live'))).status === 'up';
  } catch {
    return false;
  }
}

/** Of each part that the service cannot work without, whether it works. One that does not makes the answer a 503, with the same in it. */
async function readHealth(): Promise<Readiness> {
  const answer = client.GET('/api/health/ready');
  const told = await answer.then(
    ({ error }) => error as Partial<Readiness> | undefined,
    () => undefined,
  );
  return told?.checks === undefined ? dataOf(answer) : (told as Readiness);
}

export const healthQuery = queryOptions({ queryKey: ['health'], queryFn: readHealth, refetchInterval: 10_000 });
