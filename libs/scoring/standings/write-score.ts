import { formatUnits } from '../number/fixed.js';
import { attainableOf } from '../plan/assigned-reach.js';
import {
  bonusOf,
  groupsInwardsOut,
  partsOf,
  penaltyOf,
  type Plan,
  type PlanRound,
  type PlanScale,
  type PlanSection,
} from '../plan/plan.js';
import { setMember } from '../text/json-value.js';
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
  const highest = new Map<number, StageAt>();
  const countedIn = columns.map((own, round) => (list[round]!.begun ? own.countedOf(unit) : []));
  for (const round of counting) {
    const own = columns[round.index]!;
    for (const index of countedIn[round.index]!) {
      const stage = stageOf(plan, own, unit, index);
      const known = highest.get(index);
      if (known === undefined || stage.level > known.level) highest.set(index, stage);
    }
  }
  for (const [index, { code: stage }] of [...highest].sort(([a], [b]) => a - b)) {
    const text = formatUnits(points[index * combined.size + unit]!, combined.digits);
    setMember(criteria, first!.scale.criteria[index]!.code, { points: text, stage });
  }
  const judged = counting.length > 0 ? counting : list.filter(({ begun }) => begun);
  const missing = judged.flatMap((round) => missingIn(columns[round.index]!, unit, countedIn[round.index]!, round));
  return write(first!, combined, unit, facts, { criteria, missing });
}

function writeEntries(plan: Plan, columns: UnitColumns, unit: number): Written {
  const { points } = columns.sums;
  const criteria = {};
  const counted = columns.countedOf(unit);
  for (const index of counted) {
    const { code } = columns.scale.criteria[index]!;
    const text = formatUnits(points[index * columns.size + unit]!, columns.digits);
    setMember(criteria, code, { points: text, stage: stageOf(plan, columns, unit, index).code });
  }
  return { criteria, missing: missingIn(columns, unit, counted) };
}

/** What the mandatory criteria of a scale are called, in scale order. */
interface Names {
  indices: number[];
  texts: string[];
}

/** Of every scale, and of every scale in a round: texts that many units share. */
const namesOfScales = new WeakMap<PlanScale, Names>();
const namesOfRounds = new WeakMap<PlanRound, WeakMap<PlanScale, Names>>();

function namesIn(scale: PlanScale, round: PlanRound | undefined): Names {
  let named = namesOfScales;
  if (round !== undefined) {
    named = namesOfRounds.get(round) ?? new WeakMap();
    namesOfRounds.set(round, named);
  }
  let names = named.get(scale);
  if (names === undefined) {
    const mandatory = scale.criteria.filter((criterion) => criterion.mandatory);
    const texts = mandatory.map(({ code }) => (round === undefined ? code : `${round.code}/${code}`));
    named.set(scale, (names = { indices: mandatory.map(({ index }) => index), texts }));
  }
  return names;
}

/** Mandatory criteria that are not among those for which something counts, in scale order; units that lack every one share a list. */
function missingIn(columns: UnitColumns, unit: number, counted: readonly number[], round?: PlanRound): string[] {
  if (columns.lacking[unit] === 0) return [];
  const { indices, texts } = namesIn(columns.scale, round);
  if (columns.lacking[unit] === indices.length) return texts;
  const { notAssigned } = columns.units[unit]!;
  let next = 0;
  return texts.filter((_, at) => {
    const index = indices[at]!;
    while (counted[next]! < index) next++;
    return counted[next] !== index && !notAssigned.has(index);
  });
}

interface StageAt {
  code: string;
  level: number;
}

/** The stage that a criterion's points come from. */
function stageOf(plan: Plan, columns: UnitColumns, unit: number, index: number): StageAt {
  const { stage } = columns.effective(unit, index)!;
  const level = plan.stages.levelOf.get(stage)!;
  const isWeighted = plan.ranking.weights !== undefined && columns.scale.criteria[index]!.rule?.relative === undefined;
  return { code: isWeighted ? 'weighted' : stage, level };
}

/** Written out member by member: this is the order in which a result shows them. */
function write(
  { scale, units }: Pick<UnitColumns, 'scale' | 'units'>,
  { sums: { places, base, total }, size, lacking }: Pick<UnitColumns | CombinedColumns, 'sums' | 'size' | 'lacking'>,
  unit: number,
  facts: string[],
  { criteria, missing }: Written,
): UnitScore {
  const { digits } = scale;
  const textOf = ({ index }: PlanSection): string => formatUnits(places[index * size + unit]!, digits);
  return {
    unit: units[unit]!.code,
    complete: lacking[unit] === 0,
    total: formatUnits(total[unit]!, digits),
    base: formatUnits(base[unit]!, digits),
    bonus: textOf(bonusOf(scale)),
    penalty: textOf(penaltyOf(scale)),
    parts: sectionTexts(partsOf(scale), textOf),
    groups: sectionTexts(groupsInwardsOut(scale), textOf),
    attainable: formatUnits(attainableOf(units[unit]!), digits),
    facts,
    criteria,
    missing,
  };
}

function sectionTexts(
  sections: readonly PlanSection[],
  textOf: (section: PlanSection) => string,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const section of sections) setMember(texts, section.code, textOf(section));
  return texts;
}
