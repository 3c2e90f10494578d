import { formatUnits } from '../number/fixed.js';
import { divide } from '../number/rational.js';
import type { Rational } from '../number/rational.js';
import { powerOfTen } from '../number/decimal.js';
import { exactText } from '../number/exact-text.js';
import type { Entry } from '../plan/competition.js';
import { rescaleOf, unassignedWorth } from '../plan/assigned-reach.js';
import { topOf, type Plan, type PlanCriterion, type PlanScale, type PlanUnit } from '../plan/plan.js';
import { weigh } from '../standings/stage-weights.js';
import type { UnitColumns } from '../standings/unit-columns.js';
import type { CriterionAccount, EntryAccount, NotAssignedAccount } from './point-accounts.js';
import { workThrough, type Worked } from './work-through.js';

/** How the points of one criterion of one unit, by index, came about in one round, or where there are none. */
export function explainCriterion(
  plan: Plan,
  columns: UnitColumns,
  unit: number,
  criterion: PlanCriterion,
): CriterionAccount {
  const { scale } = columns;
  const { column, at } = columns.figure({ field: 'criterion', code: criterion.code });
  const effective = columns.counts(unit, criterion.index) ? columns.effective(unit, criterion.index) : undefined;
  const isWeighed = plan.ranking.weights !== undefined && columns.relative(criterion.index) === undefined;
  const told =
    effective !== undefined && isWeighed
      ? tellWeighed(plan, columns, unit, criterion)
      : tellEffective(plan, columns, unit, criterion, effective);
  return {
    code: criterion.code,
    name: criterion.name,
    kind: criterion.kind,
    rule: criterion.written,
    place: placeOf(scale, criterion),
    group: groupOf(scale, criterion),
    sign: criterion.sign,
    max: criterion.max,
    mandatory: criterion.mandatory,
    notAssigned: whyNotAssigned(columns, unit, criterion),
    ...told,
    rounding: { digits: scale.digits, mode: scale.mode },
    points: formatUnits(column[at + unit]!, scale.digits),
  };
}

type Told = Pick<CriterionAccount, 'entries' | 'stage' | 'steps' | 'best' | 'weights' | 'exact' | 'rounded' | 'cut'>;

/** Where the entry of the highest stage counts alone. */
function tellEffective(
  plan: Plan,
  columns: UnitColumns,
  unit: number,
  criterion: PlanCriterion,
  effective: Entry | undefined,
): Told {
  const relative = columns.relative(criterion.index);
  const known = columns.units[unit]!;
  const work = (entry: Entry): Worked => workThrough(known, criterion, entry, relative);
  const entries = columns.entriesOf(unit, criterion.code).map((entry): EntryAccount => {
    const isMeasured = relative === undefined || entry === effective;
    const status = entry === effective ? 'effective' : statusBeside(plan, entry, effective !== undefined);
    const worked = isMeasured ? work(entry) : undefined;
    const working = status === 'effective' ? null : (worked?.working ?? null);
    return { entry, status, points: worked?.points ?? null, weight: null, working };
  });
  const none: Told = {
    ...{ entries, stage: null, steps: [], best: null, weights: null, exact: null, rounded: false, cut: null },
  };
  if (effective === undefined) return none;
  const { working, best } = work(effective);
  return { ...none, ...working, best, stage: effective.stage };
}

/** An entry that does not count: with weights of the stages it may stand high enough and have none. */
function statusBeside({ stages, ranking }: Plan, entry: Entry, anotherCounts: boolean): EntryAccount['status'] {
  const isBelow = stages.levelOf.get(entry.stage)! < ranking.level;
  if (anotherCounts) return 'overruled';
  return isBelow ? 'below' : 'weightless';
}

/** Where the entries of several stages count by their weights (spec, "Entry": `stageWeights`). */
function tellWeighed(plan: Plan, columns: UnitColumns, unit: number, criterion: PlanCriterion): Told {
  const { stages, ranking } = plan;
  const { digits } = columns.scale;
  const points = stages.list.map((): bigint | undefined => undefined);
  const entries = columns.entriesOf(unit, criterion.code).map((entry): EntryAccount => {
    const level = stages.levelOf.get(entry.stage)!;
    const { working, units, points: text } = workThrough(columns.units[unit]!, criterion, entry);
    const weight = ranking.weights![level]!;
    const status = level < ranking.level ? 'below' : weight.n === 0n ? 'weightless' : 'weighed';
    if (status !== 'weighed') return { entry, status, points: text, weight: null, working };
    points[level] = units;
    return { entry, status, points: text, weight: exactText(weight), working };
  });
  const { sum, whole } = weigh(ranking.weights!, points)!;
  const inPoints: Rational = { n: sum.n, d: sum.d * powerOfTen(digits) };
  const exact = divide(inPoints, whole);
  return {
    ...{ entries, stage: 'weighted', steps: [], best: null, cut: null },
    weights: { sum: exactText(inPoints), whole: exactText(whole) },
    exact: exactText(exact),
    rounded: (exact.n * powerOfTen(digits)) % exact.d !== 0n,
  };
}

function whyNotAssigned(
  { scale, units }: UnitColumns,
  unit: number,
  criterion: PlanCriterion,
): NotAssignedAccount | null {
  const { index, appliesTo } = criterion;
  const { notAssigned, exemptions, traits } = units[unit]!;
  if (!notAssigned.has(index)) return null;
  const { any } = appliesTo;
  return {
    by: exemptions.has(index) ? 'listed' : 'appliesTo',
    reason: exemptions.get(index) ?? null,
    any: any === undefined ? null : [...any],
    none: [...appliesTo.none],
    lacks: any === undefined || any.some((trait) => traits.includes(trait)) ? [] : [...any],
    has: appliesTo.none.filter((trait) => traits.includes(trait)),
    mode: scale.notAssigned,
    effect: effectOf(units[unit]!, criterion),
  };
}

/** What becomes of the points of others where a criterion is not assigned. */
function effectOf(unit: PlanUnit, criterion: PlanCriterion): NotAssignedAccount['effect'] {
  const { scale } = unit;
  const mode = scale.notAssigned;
  if (mode === 'full') return unassignedWorth(scale, criterion) > 0n ? 'full' : 'none';
  const part = topOf(scale, criterion.section);
  if (mode === 'drop' || part.kind !== 'part') return 'none';
  const { base, parts } = rescaleOf(unit)!;
  const share = mode === 'rescaleBase' ? base : parts[part.index];
  return share === undefined ? 'enough' : 'scaled';
}

function placeOf(scale: PlanScale, { section }: PlanCriterion): CriterionAccount['place'] {
  const { kind, code } = topOf(scale, section);
  return kind === 'bonus' || kind === 'penalty' ? kind : { part: code };
}

function groupOf({ sections }: PlanScale, { section }: PlanCriterion): string | null {
  const { kind, code } = sections[section]!;
  return kind === 'group' ? code : null;
}
