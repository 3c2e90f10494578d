import { formatUnits } from '../number/fixed.js';
import { attainableOf } from '../plan/assigned-reach.js';
import { groupsInwardsOut, partsOf, type Plan, type PlanSection } from '../plan/plan.js';
import { setMember } from '../text/json-value.js';
import { BASE, BONUS, PENALTY, TOTAL, type FigureKey, type UnitFigures } from './figures.js';
import type { UnitScore } from './standing.js';
import type { UnitColumns } from './unit-columns.js';
import type { CombinedColumns } from './combined-columns.js';

type Written = Pick<UnitScore, 'criteria' | 'missing'>;

/** What one unit, by index, has in one round, or where there are none, as the result shows it. */
export const writeScore = (plan: Plan, columns: UnitColumns, unit: number, facts: string[]): UnitScore =>
  write(columns, columns, unit, facts, writeEntries(plan, columns, unit));

/** The same of all rounds made one; `columns` are those of the rounds. */
export function writeCombined(
  plan: Plan,
  columns: readonly UnitColumns[],
  combined: CombinedColumns,
  unit: number,
  facts: string[],
): UnitScore {
  const [first] = columns;
  const { points } = combined.sums;
  const criteria = {};
  const { list } = plan.rounds!;
  const counting = list.filter(({ index }) => combined.counts(index, unit));
  for (const { code, index } of first!.scale.criteria) {
    const levels = counting.flatMap((round) => {
      const own = columns[round.index]!;
      return own.counts(unit, index) ? [stageOf(plan, own, unit, index)] : [];
    });
    if (levels.length === 0) continue;
    const highest = levels.reduce((a, b) => (b.level > a.level ? b : a));
    const text = formatUnits(points[index * combined.size + unit]!, combined.digits);
    setMember(criteria, code, { points: text, stage: highest.code });
  }
  const judged = counting.length > 0 ? counting : list.filter(({ begun }) => begun);
  const missing = judged.flatMap((round) =>
    missingIn(columns[round.index]!, unit).map((code) => `${round.code}/${code}`),
  );
  return write(first!, combined, unit, facts, { criteria, missing });
}

function writeEntries(plan: Plan, columns: UnitColumns, unit: number): Written {
  const { points } = columns.sums;
  const criteria = {};
  for (const { code, index } of columns.scale.criteria) {
    if (!columns.counts(unit, index)) continue;
    const text = formatUnits(points[index * columns.size + unit]!, columns.digits);
    setMember(criteria, code, { points: text, stage: stageOf(plan, columns, unit, index).code });
  }
  return { criteria, missing: missingIn(columns, unit) };
}

/** Mandatory criteria without an entry that counts, in scale order. */
const missingIn = (columns: UnitColumns, unit: number): string[] =>
  columns.lacking[unit] === 0
    ? []
    : columns.scale.criteria
        .filter(({ mandatory, index }) => mandatory && columns.isEmpty(unit, index))
        .map(({ code }) => code);

/** The stage that a criterion's points come from. */
function stageOf(plan: Plan, columns: UnitColumns, unit: number, index: number): { code: string; level: number } {
  const { stage } = columns.effective(unit, index)!;
  const level = plan.stages.levelOf.get(stage)!;
  const isWeighted = plan.ranking.weights !== undefined && columns.scale.criteria[index]!.rule?.relative === undefined;
  return { code: isWeighted ? 'weighted' : stage, level };
}

/** Written out member by member: this is the order in which a result shows them. */
function write(
  { scale, units }: Pick<UnitColumns, 'scale' | 'units'>,
  figures: UnitFigures,
  unit: number,
  facts: string[],
  { criteria, missing }: Written,
): UnitScore {
  const { digits } = scale;
  const textOf = (key: FigureKey): string => {
    const { column, at } = figures.figure(key);
    return formatUnits(column[at + unit]!, digits);
  };
  return {
    unit: units[unit]!.code,
    complete: figures.lacking[unit] === 0,
    total: textOf(TOTAL),
    base: textOf(BASE),
    bonus: textOf(BONUS),
    penalty: textOf(PENALTY),
    parts: sectionTexts(partsOf(scale), textOf),
    groups: sectionTexts(groupsInwardsOut(scale), textOf),
    attainable: formatUnits(attainableOf(units[unit]!), digits),
    facts,
    criteria,
    missing,
  };
}

function sectionTexts(sections: readonly PlanSection[], textOf: (key: FigureKey) => string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { code, kind } of sections) {
    setMember(texts, code, textOf({ field: kind as 'part' | 'group', code }));
  }
  return texts;
}
