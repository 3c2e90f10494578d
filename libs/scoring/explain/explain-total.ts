import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import { attainableOf, rescaleOf, type Share } from '../plan/assigned-reach.js';
import { bonusOf, partsOf, penaltyOf, topOf, type PlanSection } from '../plan/plan.js';
import { BASE, TOTAL, type FigureKey } from '../standings/figures.js';
import { scaledUp } from '../standings/unassigned-criteria.js';
import type { UnitColumns } from '../standings/unit-columns.js';
import { explainReach } from './explain-reach.js';
import type { GroupAccount, RescaleAccount, SumAccount, TotalAccount } from './point-accounts.js';
import { tellCondition } from './told-condition.js';

/** How the total of a unit, by index, was added up in one round, or where there are none (spec, "Scale"). */
export const explainTotal = (columns: UnitColumns, unit: number): TotalAccount => new Sums(columns, unit).total();

class Sums {
  private readonly rescale;

  constructor(
    private readonly columns: UnitColumns,
    private readonly unit: number,
  ) {
    this.rescale = rescaleOf(columns.units[unit]!);
  }

  total(): TotalAccount {
    const { scale, units } = this.columns;
    const { floor, ceiling } = scale;
    const parts = partsOf(scale).map((part) => ({
      ...{ part: part.code, name: part.name },
      ...this.section(part),
      reach: this.reach(part),
    }));
    const bonus = this.section(bonusOf(scale));
    const penalty = this.section(penaltyOf(scale));
    const base = this.read(BASE);
    const share = this.rescale?.base;
    const added = partsOf(scale).reduce((sum, part) => sum + this.worth(part), 0n);
    const sum = base + this.worth(bonusOf(scale)) - this.worth(penaltyOf(scale));
    const total = this.read(TOTAL);
    return {
      parts,
      rescale: share === undefined ? null : this.scaled(added, share, null, base),
      base: this.text(base),
      attainable: this.text(attainableOf(units[this.unit]!)),
      attainableOf: scale.notAssigned === 'drop' ? ('assigned' as const) : ('all' as const),
      ...{ bonus, penalty },
      sum: this.text(sum),
      floor: this.bound(floor),
      ceiling: this.bound(ceiling),
      bound: total > sum ? 'floor' : total < sum ? 'ceiling' : null,
      total: this.text(total),
    };
  }

  private reach(part: PlanSection): TotalAccount['parts'][number]['reach'] {
    const { scale, units } = this.columns;
    const { notAssigned } = units[this.unit]!;
    const isLacking = scale.criteria.some(
      ({ index, section }) => notAssigned.has(index) && topOf(scale, section).kind === 'part',
    );
    if (!isLacking || scale.notAssigned === 'full') return null;
    return {
      full: explainReach(scale, part, () => true),
      assigned: explainReach(scale, part, (criterion) => !notAssigned.has(criterion)),
    };
  }

  private section(section: PlanSection): SumAccount {
    const { columns, unit } = this;
    const { index, min, max } = section;
    const { criteria, sections, digits } = columns.scale;
    const own = criteria.filter((criterion) => criterion.section === index);
    const inside = section.groups.map((group) => sections[group]!);
    const points = (code: string): bigint => this.read({ field: 'criterion', code });
    const sum =
      own.reduce((all, { code, sign }) => (sign === 'minus' ? all - points(code) : all + points(code)), 0n) +
      inside.reduce((all, group) => all + this.worth(group), 0n);
    const raised = min !== null && sum < min;
    const cut = max !== null && sum > max;
    // By part: the parts come first among the sections.
    const share = this.rescale?.parts[index];
    const gate = columns.gate(section);
    const worth = this.worth(section);
    return {
      items: own.map(({ code, sign }) => ({ criterion: code, sign, points: this.text(points(code)) })),
      groups: inside.map((group): GroupAccount => ({ group: group.code, name: group.name, ...this.section(group) })),
      sum: this.text(sum),
      min: this.bound(min),
      max: this.bound(max),
      ...{ raised, cut },
      rescale: share === undefined ? null : this.scaled(raised ? min : cut ? max : sum, share, max, worth),
      when: gate === undefined ? null : tellCondition(gate, unit, digits),
      points: this.text(worth),
    };
  }

  private scaled(before: bigint, share: Share, max: bigint | null, after: bigint): RescaleAccount {
    const { digits, mode } = this.columns.scale;
    const { assigned, full } = share;
    const exact = assigned === 0n ? null : exactText({ n: before * full, d: assigned * 10n ** BigInt(digits) });
    const rounded = assigned !== 0n && (before * full) % assigned !== 0n;
    return {
      before: this.text(before),
      full: this.text(full),
      assigned: this.text(assigned),
      exact,
      ...{ rounding: { digits, mode }, rounded },
      cut: max !== null && scaledUp(before, share, mode) > max,
      after: this.text(after),
    };
  }

  private worth({ kind, code }: PlanSection): bigint {
    return this.read({ field: kind, code });
  }

  private read(key: FigureKey): bigint {
    const { column, at } = this.columns.figure(key);
    return BigInt(column[at + this.unit]!);
  }

  private bound(value: bigint | null): string | null {
    return value === null ? null : this.text(value);
  }

  private text(units: bigint): string {
    return formatUnits(units, this.columns.scale.digits);
  }
}
