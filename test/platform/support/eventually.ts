import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `condition` holds. @throws when it does not within `withinMs`, saying what was waited for. */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${withinMs} ms`);
    await sleep(10);
  }
}
