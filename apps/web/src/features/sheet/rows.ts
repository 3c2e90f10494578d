type Texts = Readonly<Record<string, string>>;

/** What is entered in rows has its texts under `<base>.<row>.…`, rows counted from 0. */
export interface RowPlace {
  base: string;
  row: number;
}

/** The row a key belongs to, -1 for another key. */
function rowOf(key: string, base: string): number {
  if (!key.startsWith(`${base}.`)) return -1;
  const digits = /^(\d+)\./.exec(key.slice(base.length + 1))?.[1];
  return digits === undefined ? -1 : Number(digits);
}

/** The rows of a draft, empty ones at its end included: somebody has just asked for them. One at least. */
export function rowsOf(texts: Texts, base: string): number {
  return Math.max(1, ...Object.keys(texts).map((key) => rowOf(key, base) + 1));
}

/** The texts with one more row, still empty; `first` names one of its texts. */
export function addRow(texts: Texts, base: string, first: string): Texts {
  return { ...texts, [`${base}.${rowsOf(texts, base)}.${first}`]: '' };
}

/** The texts without one row; those below move up. */
export function removeRow(texts: Texts, { base, row }: RowPlace): Texts {
  const kept = Object.entries(texts).flatMap(([key, text]) => {
    const at = rowOf(key, base);
    if (at === row) return [];
    if (at < row) return [[key, text] as const];
    return [[`${base}.${at - 1}${key.slice(`${base}.${at}`.length)}`, text] as const];
  });
  return Object.fromEntries(kept);
}
