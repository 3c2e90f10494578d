const TICK_MS = 20;
/** A tick that comes later than this counts no more: the machine stood still, or was busy with others. */
const MOST_MS = 5 * TICK_MS;

/**
 * How long this process ran while the work was done: for bounds on what a service waits for, which a pause of the
 * machine must not lengthen.
 * @returns milliseconds.
 */
export async function runningTime(work: () => Promise<unknown>): Promise<number> {
  let ran = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    ran += Math.min(now - last, MOST_MS);
    last = now;
  };
  const timer = setInterval(tick, TICK_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
    tick();
  }
  return ran;
}
