import DataLoader from 'dataloader';

/** Keys in one batch at most: well under SQLite's limit of bound values. */
const BATCH = 256;

/**
 * Gives a look-up by key that lets callers who come while a query runs share the next one. Every answer is at least as
 * new as its question, and under load a hundred questions cost one statement.
 * @param load finds the values of distinct keys; a key it leaves out has no value.
 */
export function coalesced<K, V>(load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): (key: K) => Promise<V | undefined> {
  let running: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<K, V | undefined>(
    async (keys) => {
      const found = load([...new Set(keys)]);
      running = found.catch(() => undefined);
      const values = await found;
      return keys.map((key) => values.get(key));
    },
    { cache: false, maxBatchSize: BATCH, batchScheduleFn: (dispatch) => void running.then(dispatch) },
  );
  return (key) => loader.load(key);
}

/** `?, ?, …` for an IN list, padded to a power of two so that few distinct statements are prepared. */
export function placeholders(count: number): { list: string; pad: <T>(values: readonly T[]) => T[] } {
  const size = 2 ** Math.ceil(Math.log2(Math.max(count, 1)));
  return {
    list: Array.from({ length: size }, () => '?').join(', '),
    pad: (values) => [...values, ...Array.from({ length: size - values.length }, () => values[0]!)],
  };
}
