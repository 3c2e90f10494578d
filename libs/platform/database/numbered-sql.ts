const known = new Map<string, string>();

/** `?` placeholders as PostgreSQL's `$1`, `$2`, …; our statements hold no literal question mark. */
export function withNumbers(sql: string): string {
  let text = known.get(sql);
  if (text === undefined) {
    let index = 0;
    text = sql.replace(/\?/g, () => `$${(index += 1)}`);
    known.set(sql, text);
  }
  return text;
}
