import { bonusOf, penaltyOf, type Plan, type PlanSection } from '../plan/plan.js';
import { ConditionColumn, type ConditionFault } from './condition-column.js';
import { EntryValues, type EntryCells } from './entry-values.js';
import type { UnitFigures } from './figures.js';
import type { Sums } from './sums.js';

/** The units whose sections are judged, and what they come to. */
type Columns = UnitFigures & EntryCells & { readonly sums: Sums };

/** `bonus.when` and `penalty.when` (spec, "Scale"): a section whose condition does not hold is worth 0. */
export class SectionGates {
  private constructor(
    private readonly columns: Columns,
    private readonly gates: readonly { section: PlanSection; column: ConditionColumn }[],
  ) {}

  /** Undefined where neither section has a condition. */
  static of(plan: Plan, columns: Columns): SectionGates | undefined {
    const { scale, units } = columns;
    const sections = [bonusOf(scale), penaltyOf(scale)].filter(({ when }) => when !== undefined);
    if (sections.length === 0) return undefined;
    const kindAt = new Map(plan.factKinds.map(({ code, index }) => [code, index]));
    const values = {
      figures: columns,
      entries: new EntryValues(columns),
      params: (unit: number) => units[unit]!.params,
      // Derived facts follow from the totals, so a condition of the total may ask for listed ones alone.
      hasFact: (unit: number, kind: string) => units[unit]!.facts.has(kindAt.get(kind)!),
    };
    return new SectionGates(
      columns,
      sections.map((section) => ({ section, column: new ConditionColumn(section.when!, values) })),
    );
  }

  /** Needs the base, and the section as it is added up. */
  apply(from: number, to: number): void {
    const { sums, size } = this.columns;
    for (const { section, column } of this.gates) {
      sums.addPlace(section.index, from, to);
      column.run(from, to);
      for (let unit = from; unit < to; unit++) {
        if (column.meets[unit] === 0) sums.put(sums.places, section.index * size + unit, 0n);
      }
    }
  }

  /** The condition of a section; undefined where it has none. */
  columnOf({ index }: PlanSection): ConditionColumn | undefined {
    return this.gates.find(({ section }) => section.index === index)?.column;
  }

  get faults(): ConditionFault[] {
    return this.gates.flatMap(({ column }) => column.faults);
  }
}
