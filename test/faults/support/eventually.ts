import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/**
 * Waits until `look` finds nothing more to complain of.
 * @returns how long that took, in milliseconds.
 * @throws with the last complaints when they do not end within `withinMs`.
 */
export async function untilNone(
  what: string,
  look: () => Promise<readonly string[]>,
  withinMs: number,
): Promise<number> {
  const start = Date.now();
  for (;;) {
    const complaints = await look();
    const waited = Date.now() - start;
    if (complaints.length === 0) return waited;
    if (waited > withinMs) throw new Error(`${what}, after ${withinMs} ms:\n${complaints.join('\n')}`);
    await sleep(POLL_MS);
  }
}

/** Waits until `condition` holds. @returns how long that took, in milliseconds. @throws when it does not in time. */
export function until(what: string, condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<number> {
  return untilNone(`not so: ${what}`, async () => ((await condition()) ? [] : [what]), withinMs);
}
