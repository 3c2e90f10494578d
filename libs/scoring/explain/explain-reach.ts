import { formatUnits } from '../number/fixed.js';
import type { PlanScale, PlanSection } from '../plan/plan.js';
import type { ReachAccount } from './point-accounts.js';

/** What a part or group could give if each of its plus criteria that counts, by index, had its max. */
export function explainReach(
  scale: PlanScale,
  section: PlanSection,
  counts: (criterion: number) => boolean,
): ReachAccount {
  const text = (units: bigint): string => formatUnits(units, scale.digits);
  const tell = ({ index, code, name, max, groups: inner }: PlanSection): { account: ReachAccount; units: bigint } => {
    const own = scale.criteria.filter((each) => each.section === index && each.sign === 'plus' && counts(each.index));
    const groups = inner.map((group) => tell(scale.sections[group]!));
    const sum = [...own.map(({ maxUnits }) => maxUnits), ...groups.map(({ units }) => units)].reduce(
      (a, b) => a + b,
      0n,
    );
    const cut = max !== null && sum > max;
    const units = cut ? max : sum;
    const account = {
      ...{ code, name },
      items: own.map(({ code: criterion, maxUnits }) => ({ criterion, max: text(maxUnits) })),
      groups: groups.map((group) => group.account),
      sum: text(sum),
      max: max === null ? null : text(max),
      cut,
      points: text(units),
    };
    return { account, units };
  };
  return tell(section).account;
}
