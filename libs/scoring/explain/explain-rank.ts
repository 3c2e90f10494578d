import { exactText } from '../number/exact-text.js';
import { parseMillionths, rationalOfFixed } from '../number/fixed.js';
import { subtract } from '../number/rational.js';
import type { Plan } from '../plan/plan.js';
import type { ClusterRanking, Standing, UnitScore } from '../standings/standing.js';
import type { Neighbour, RankAccount } from './explanation.js';

/** Why a unit has its rank: its keys, who it is level with, and what parts it from the next on either side. */
export function explainRank(plan: Plan, { code, standings }: ClusterRanking, own: Standing): RankAccount {
  const ranked = standings.filter(({ rank }) => rank !== null);
  const at = ranked.filter(({ rank }) => rank === own.rank);
  const above = ranked.filter(({ rank }) => own.rank !== null && rank! < own.rank).at(-1);
  const below = ranked.find(({ rank }) => own.rank !== null && rank! > own.rank);
  return {
    cluster: code,
    rank: own.rank,
    of: ranked.length,
    missing: own.missing,
    precedence: plan.ranking.precedence.map((key) => ({ key: key.name, value: textOfKey(key, own) })),
    tiedWith: own.rank === null ? [] : at.map(({ unit }) => unit).filter((unit) => unit !== own.unit),
    above: above === undefined ? null : { rank: above.rank!, ...compareTo(plan, own, above) },
    below: below === undefined ? null : { rank: below.rank!, ...compareTo(plan, own, below) },
  };
}

/** The first key on which two units differ. The two are known to differ on one. */
export function compareTo(plan: Plan, own: UnitScore, other: UnitScore): Omit<Neighbour, 'rank'> {
  const { precedence } = plan.ranking;
  const key =
    precedence.find((each) => parseMillionths(textOfKey(each, own)) !== parseMillionths(textOfKey(each, other))) ??
    precedence[0]!;
  const mine = textOfKey(key, own);
  const theirs = textOfKey(key, other);
  const apart = subtract(rationalOfFixed(mine), rationalOfFixed(theirs));
  return {
    unit: other.unit,
    key: key.name,
    own: mine,
    other: theirs,
    distance: exactText(apart.n < 0n ? { n: -apart.n, d: apart.d } : apart),
  };
}

/** A key's value as the result writes it; 0 where the scale or the unit has none. */
function textOfKey({ field, code }: Plan['ranking']['precedence'][number], score: UnitScore): string {
  if (field === 'part' || field === 'group') return score[`${field}s`][code] ?? '0';
  if (field === 'criterion') return score.criteria[code]?.points ?? '0';
  return field === 'class' ? '0' : score[field];
}
