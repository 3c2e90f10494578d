import { ByteCache, textBytes } from '../memory/byte-cache.js';

/** Statements for many rows differ by their number, and some are long. */
const KEPT_BYTES = 4 * 1024 * 1024;
const numbered = new ByteCache<string>(KEPT_BYTES);

/** `?` placeholders as PostgreSQL's `$1`, `$2`, …; our statements hold no literal question mark. */
export function withNumbers(sql: string): string {
  let text = numbered.get(sql);
  if (text === undefined) {
    let index = 0;
    text = sql.replace(/\?/g, () => `$${(index += 1)}`);
    numbered.set(sql, text, textBytes(text));
  }
  return text;
}
