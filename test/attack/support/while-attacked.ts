import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '../../support/client.js';

/** How long requests of somebody else took while `attack` went on, in milliseconds, ascending. */
export async function timesWhile(bystander: Client, attack: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const ended = new AbortController();
  const attacking = attack().finally(() => ended.abort());
  do {
    const began = performance.now();
    await bystander.read('/api/session');
    times.push(performance.now() - began);
    await sleep(5);
  } while (!ended.signal.aborted);
  await attacking;
  return times.toSorted((a, b) => a - b);
}
