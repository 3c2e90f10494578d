import { powerOfTen } from '../number/decimal.js';
import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import { add, divide, multiply, ZERO, type Rational } from '../number/rational.js';
import { groupsInwardsOut, partsOf, type Plan, type PlanScale } from '../plan/plan.js';
import type { ClusterStanding } from '../live/cluster-standing.js';
import type { CombinedColumns } from '../standings/combined-columns.js';
import { BASE, BONUS, PENALTY, TOTAL, type FigureKey } from '../standings/figures.js';
import { explainCriterion } from './explain-criterion.js';
import { explainRank, orderOfRound } from './explain-rank.js';
import { explainTotal } from './explain-total.js';
import type { CombinedFigure, RoundAccount, RoundsAccount } from './point-accounts.js';

/** Each round's account of a unit, by index, and how they made the whole (spec, "Rounds"). Null without rounds. */
export function explainRounds(plan: Plan, standing: ClusterStanding, unit: number): RoundsAccount | null {
  const { combined, rounds, units } = standing;
  if (combined === undefined) return null;
  const { how, missing, list } = plan.rounds!;
  const ranked = standing.write().rounds!;
  const { scale } = rounds[0]!;
  const { cluster } = units[unit]!;
  const accounts = list.map(({ index, code, name, from, to, begun }): RoundAccount => {
    const columns = rounds[index]!;
    const weight = combined.weightOf(index, unit);
    const own = ranked[index]!.standings.find((each) => each.unit === units[unit]!.code)!;
    return {
      ...{ code, name, from, to },
      state: weight !== undefined ? 'counts' : !begun ? 'notBegun' : combined.counts(index, unit) ? 'notLast' : 'empty',
      weight: weight === undefined ? null : exactText(weight),
      rank: own.rank,
      place: explainRank(plan, orderOfRound(plan, columns), { ...ranked[index]!, code: cluster }, own),
      criteria: scale.criteria.map((criterion) => explainCriterion(plan, columns, unit, criterion)),
      total: explainTotal(columns, unit),
    };
  });
  const figures = keysOf(scale).map((key) => combine(plan, standing, combined, unit, key));
  const rounding = { digits: scale.digits, mode: scale.mode };
  return { how, missing, asOf: plan.asOf, rounding, list: accounts, figures };
}

const keysOf = (scale: PlanScale): FigureKey[] => [
  ...[TOTAL, BASE, BONUS, PENALTY],
  ...partsOf(scale).map(({ code }) => ({ field: 'part', code }) as const),
  ...groupsInwardsOut(scale).map(({ code }) => ({ field: 'group', code }) as const),
  ...scale.criteria.map(({ code }) => ({ field: 'criterion', code }) as const),
];

/** One figure: Σ weight·value over the rounds that count, divided where the way of combining says so. */
function combine(
  { rounds }: Plan,
  { rounds: columns }: ClusterStanding,
  combined: CombinedColumns,
  unit: number,
  key: FigureKey,
): CombinedFigure {
  const { digits } = combined;
  const terms: CombinedFigure['terms'] = [];
  let sum: Rational = ZERO;
  let whole: Rational = ZERO;
  for (const { index, code } of rounds!.list) {
    const weight = combined.weightOf(index, unit);
    if (weight === undefined) continue;
    const { column, at } = columns[index]!.figure(key);
    const units = BigInt(column[at + unit]!);
    terms.push({ round: code, weight: exactText(weight), value: formatUnits(units, digits) });
    sum = add(sum, multiply(weight, { n: units, d: powerOfTen(digits) }));
    whole = add(whole, weight);
  }
  const isDivided = combined.isDivided && whole.n > 0n;
  const exact = isDivided ? divide(sum, whole) : combined.isDivided ? ZERO : sum;
  const { column, at } = combined.figure(key);
  return {
    figure: key.code === '' ? key.field : `${key.field}:${key.code}`,
    terms,
    sum: exactText(sum),
    divisor: isDivided ? exactText(whole) : null,
    exact: exactText(exact),
    rounded: (exact.n * powerOfTen(digits)) % exact.d !== 0n,
    value: formatUnits(column[at + unit]!, digits),
  };
}
