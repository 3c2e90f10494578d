import type { BoardCluster, Score } from '../../api/types.js';

type Figures = Pick<Score, 'parts' | 'base' | 'bonus' | 'penalty' | 'total'>;
type Reason = BoardCluster['totals'][number];

/**
 * The reasons, of those that the rules give, for which the figures of some row do not make its total. What is combined
 * from `rounds` is off by the rounding of its columns too, so there all but that are told from the rounds themselves.
 */
export function gapsOf(
  rows: readonly Figures[],
  reasons: readonly Reason[],
  rounds: readonly (readonly Figures[])[] = [],
): Reason[] {
  const found = gapsIn(rows);
  if (rounds.length === 0) return reasons.filter((reason) => reason !== 'rounds' && found.has(reason));
  if (found.size === 0) return [];
  const within = gapsIn(rounds.flat());
  return reasons.filter((reason) => reason === 'rounds' || within.has(reason));
}

function gapsIn(rows: readonly Figures[]): Set<Reason> {
  const found = new Set<Reason>();
  for (const row of rows) {
    const units = ([row.base, row.bonus, row.penalty, row.total, ...Object.values(row.parts)] as const).map(toUnits);
    const [base = 0n, bonus = 0n, penalty = 0n, total = 0n, ...parts] = units;
    const isBaseOff = parts.reduce((sum, part) => sum + part, 0n) !== base;
    const sum = base + bonus - penalty;
    if (isBaseOff) found.add('rescaled');
    if (sum > total) found.add('ceiling');
    if (sum < total) found.add('floor');
  }
  return found;
}

/** More decimals than any scale has. */
const DIGITS = 20;

/** A decimal text as a whole number of its smallest part, so that adding is exact. */
function toUnits(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}
