import { useEffect, useRef } from 'react';

const gap = 250;

/**
 * Turns a burst of calls into as few runs as keep the result fresh: one at once, and one more after it when anything
 * was asked for meanwhile, `gap` milliseconds apart. Cancelling the running read on each call instead would starve it.
 */
export function useRefresh(read: () => Promise<unknown>): () => void {
  const state = useRef({ running: false, again: false });
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });

  const run = async () => {
    const flags = state.current;
    if (flags.running) {
      flags.again = true;
      return;
    }
    flags.running = true;
    do {
      flags.again = false;
      await latest.current().catch(() => undefined); // the query itself holds and shows the failure
      await new Promise((resume) => setTimeout(resume, gap));
    } while (flags.again);
    flags.running = false;
  };
  return () => void run();
}
