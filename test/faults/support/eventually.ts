import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
/** A look and the pause after it count no more than this: beyond it the machine stood still. */
const MOST_MS = 250;

/**
 * Waits until `look` finds nothing more to complain of.
 * @returns how long that took, in milliseconds, pauses of the machine left out.
 * @throws with the last complaints when they do not end within `withinMs`.
 */
export async function untilNone(
  what: string,
  look: () => Promise<readonly string[]>,
  withinMs: number,
): Promise<number> {
  for (let waited = 0; ;) {
    const start = performance.now();
    const complaints = await look();
    if (complaints.length === 0) return waited;
    if (waited > withinMs) throw new Error(`${what}, after ${withinMs} ms:\n${complaints.join('\n')}`);
    await sleep(POLL_MS);
    waited += Math.min(performance.now() - start, MOST_MS);
  }
}

/** Waits until `condition` holds. @returns how long that took, in milliseconds. @throws when it does not in time. */
export function until(what: string, condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<number> {
  return untilNone(`not so: ${what}`, async () => ((await condition()) ? [] : [what]), withinMs);
}
