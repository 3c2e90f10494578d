import type { BoardCluster, Score } from '../../api/types.js';

type Figures = Pick<Score, 'parts' | 'base' | 'bonus' | 'penalty' | 'total'>;
type Reason = BoardCluster['totals'][number];

/** The reasons, of those that the rules give, for which the figures of some row do not make its total. */
export function gapsOf(rows: readonly Figures[], reasons: readonly Reason[], isWhole: boolean): Reason[] {
  const found = new Set<Reason>();
  for (const row of rows) {
    const units = ([row.base, row.bonus, row.penalty, row.total, ...Object.values(row.parts)] as const).map(toUnits);
    const [base = 0n, bonus = 0n, penalty = 0n, total = 0n, ...parts] = units;
    const isBaseOff = parts.reduce((sum, part) => sum + part, 0n) !== base;
    const sum = base + bonus - penalty;
    if (isWhole && (isBaseOff || sum !== total)) found.add('rounds');
    if (isBaseOff) found.add('rescaled');
    if (sum > total) found.add('ceiling');
    if (sum < total) found.add('floor');
  }
  return reasons.filter((reason) => found.has(reason));
}

/** More decimals than any scale has. */
const DIGITS = 20;

/** A decimal text as a whole number of its smallest part, so that adding is exact. */
function toUnits(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}
