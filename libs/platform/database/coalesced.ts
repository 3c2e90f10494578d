import DataLoader from 'dataloader';
import type { ByteCache } from '../memory/byte-cache.js';

/** Keys in one batch at most: well under SQLite's limit of bound values. */
const BATCH = 256;
/** Batches on their way at once: while one is answered here, the database works on the next. */
const RUNNING = 2;
/** What a question takes before it is answered, and an answer besides its content. */
const EACH_BYTES = 300;

/**
 * Gives a look-up by key that lets callers who come while queries run share the next one. Every answer is at least as
 * new as its question, and under load a hundred questions cost one statement.
 * @param load finds the values of distinct keys; a key it leaves out has no value.
 */
export function coalesced<K, V>(
  load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const loader = new DataLoader<K, V | undefined>(
    async (keys) => {
      running += 1;
      try {
        const values = await load([...new Set(keys)]);
        return keys.map((key) => values.get(key));
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
    {
      cache: false,
      maxBatchSize: BATCH,
      batchScheduleFn: (dispatch) => void (running < RUNNING ? setImmediate(dispatch) : waiting.push(dispatch)),
    },
  );
  return (key) => loader.load(key);
}

/**
 * A coalesced look-up of committed rows that also remembers its answers for as long as nothing at all is committed.
 * It is asked with the database's version (`Reader.version`), read since the question came up: so no answer is older
 * than its question. Without a version it remembers nothing.
 */
export function remembered<V>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  known: ByteCache<Promise<V | undefined>>,
  bytesOf: (value: V) => number,
): (key: string, version: string | undefined) => Promise<V | undefined> {
  const find = coalesced(load);
  let knownAt: string | undefined;
  return (key, version) => {
    if (version === undefined) return find(key);
    if (version !== knownAt) {
      known.clear();
      knownAt = version;
    }
    const before = known.get(key);
    if (before) return before;
    const found = find(key);
    known.set(key, found, EACH_BYTES);
    const stands = () => knownAt === version && known.get(key) === found;
    found.then(
      (value) => {
        if (value !== undefined && stands()) known.set(key, found, EACH_BYTES + bytesOf(value));
      },
      // A failure is not an answer to remember.
      () => void (stands() && known.delete(key)),
    );
    return found;
  };
}

/** `?, ?, …` for an IN list, padded to a power of two so that few distinct statements are prepared. */
export function placeholders(count: number): { list: string; pad: <T>(values: readonly T[]) => T[] } {
  const size = 2 ** Math.ceil(Math.log2(Math.max(count, 1)));
  return {
    list: Array.from({ length: size }, () => '?').join(', '),
    pad: (values) => [...values, ...Array.from({ length: size - values.length }, () => values[0]!)],
  };
}
