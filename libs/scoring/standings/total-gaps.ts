import { parseMillionths } from '../number/fixed.js';
import type { Combine } from '../plan/competition.js';
import type { UnitScore } from './standing.js';

/**
 * What keeps the parts, the bonus and the penalty of a score from making its total, in the order in which it is told:
 * `rounds`: each figure was combined from rounds and rounded by itself; `rescaled`: the base was scaled up for what is
 * not assigned; `ceiling`, `floor`: the total was cut or raised. What parts are cut to, raised to or scaled up to, and a
 * bonus or penalty that does not count, is in those figures already.
 */
export const TOTAL_GAPS = ['rounds', 'rescaled', 'ceiling', 'floor'] as const;

export type TotalGap = (typeof TOTAL_GAPS)[number];

/** The figures of a score that a ranking shows, decimals as a result writes them. */
export type ShownFigures = Pick<UnitScore, 'parts' | 'base' | 'bonus' | 'penalty' | 'total'>;

/** What a score was combined from: the way, and the same unit's scores in the rounds that have begun. */
export interface CombinedFrom {
  how: NonNullable<Combine['how']>;
  rounds: readonly ShownFigures[];
}

/**
 * Why the figures of a score do not add up to its total (spec, "Scale", "Criteria that are not assigned", "Rounds");
 * empty where they do. `from` is absent where there are no rounds, and for the score of one round. Throws nothing for
 * the scores of a result.
 */
export function totalGaps(score: ShownFigures, from?: CombinedFrom): TotalGap[] {
  const own = gapsWithin(score);
  // The last round stands as it is.
  if (own.size === 0 || from === undefined || from.how === 'last') return inOrder(own);
  return inOrder(new Set(['rounds', ...from.rounds.flatMap((round) => [...gapsWithin(round)])]));
}

const inOrder = (found: ReadonlySet<TotalGap>): TotalGap[] => TOTAL_GAPS.filter((gap) => found.has(gap));

function gapsWithin({ parts, base, bonus, penalty, total }: ShownFigures): Set<TotalGap> {
  const found = new Set<TotalGap>();
  const added = Object.values(parts).reduce((sum, points) => sum + parseMillionths(points), 0n);
  const sum = parseMillionths(base) + parseMillionths(bonus) - parseMillionths(penalty);
  if (added !== parseMillionths(base)) found.add('rescaled');
  if (sum > parseMillionths(total)) found.add('ceiling');
  if (sum < parseMillionths(total)) found.add('floor');
  return found;
}
