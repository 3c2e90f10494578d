import { formatUnits } from '../number/fixed.js';
import { bonusOf, partsOf, penaltyOf, type PlanScale, type PlanSection } from '../plan/plan.js';
import type { UnitScore } from '../standings/standing.js';
import type { CriterionAccount, SumAccount, TotalAccount } from './explanation.js';

/** How the total was added up from the points of the criteria (spec, "Scale"). */
export function explainTotal(scale: PlanScale, criteria: readonly CriterionAccount[], score: UnitScore): TotalAccount {
  const { digits } = scale;
  const text = (value: bigint): string => formatUnits(value, digits);
  const bound = (value: bigint | null): string | null => (value === null ? null : text(value));
  const add = ({ index: section, max }: PlanSection, points: string): SumAccount => {
    const items = scale.criteria
      .filter((criterion) => criterion.section === section)
      .map(({ index, code }) => ({ criterion: code, points: criteria[index]?.points ?? text(0n) }));
    const sum = text(items.reduce((all, item) => all + unitsOf(item.points), 0n));
    return { items, sum, max: bound(max), cut: sum !== points, points };
  };
  const sum = unitsOf(score.base) + unitsOf(score.bonus) - unitsOf(score.penalty);
  const total = unitsOf(score.total);
  return {
    parts: partsOf(scale).map((part) => ({
      part: part.code,
      name: part.name,
      ...add(part, score.parts[part.code] ?? text(0n)),
    })),
    base: score.base,
    bonus: add(bonusOf(scale), score.bonus),
    penalty: add(penaltyOf(scale), score.penalty),
    sum: text(sum),
    floor: bound(scale.floor),
    ceiling: bound(scale.ceiling),
    bound: total === sum ? null : total > sum ? 'floor' : 'ceiling',
    total: score.total,
  };
}

/** A decimal of one scale in units of its last digit. */
const unitsOf = (text: string): bigint => BigInt(text.replace('.', ''));
