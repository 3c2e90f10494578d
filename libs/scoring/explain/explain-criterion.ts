import { measureEntry, workOut } from '../entries/measure.js';
import type { Entry } from '../plan/competition.js';
import type { JsonObject } from '../text/json-value.js';
import { Problems } from '../text/problems.js';
import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import { compare, type Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import { topOf, type Plan, type PlanCriterion, type PlanSection, type PlanUnit } from '../plan/plan.js';
import type { CriterionAccount, EntryAccount, Step } from './explanation.js';

/** How one criterion's points came about; `entries` are the unit's for it, lowest stage first. */
export function explainCriterion(
  plan: Plan,
  unit: PlanUnit,
  criterion: PlanCriterion,
  entries: readonly Entry[],
): CriterionAccount {
  const { scale } = unit;
  const { digits, mode } = scale;
  const effective = entries.filter(({ stage }) => plan.stages.levelOf.get(stage)! >= plan.ranking.level).at(-1);
  const { steps, exact, uncut } = workThrough(unit, criterion, effective);
  const units = exact === undefined ? 0n : roundToUnits(exact, digits, mode);
  const points = formatUnits(units, digits);
  return {
    code: criterion.code,
    name: criterion.name,
    kind: criterion.kind,
    place: placeOf(topOf(scale, criterion.section)),
    max: criterion.max,
    mandatory: criterion.mandatory,
    entries: entries.map((entry): EntryAccount => ({
      entry,
      status: statusOf(entry, effective),
      points: formatUnits(pointsOf(unit, criterion, entry), digits),
    })),
    stage: effective?.stage ?? null,
    steps,
    exact: exact === undefined ? null : exactText(exact),
    rounding: { digits, mode },
    rounded: exact !== undefined && exactText(exact) !== exactText({ n: units, d: 10n ** BigInt(digits) }),
    cut: exact === undefined || uncut === undefined ? null : cutOf(exact, uncut),
    points,
  };
}

interface Working {
  steps: Step[];
  exact?: Rational;
  uncut?: Rational;
}

function workThrough(unit: PlanUnit, criterion: PlanCriterion, effective: Entry | undefined): Working {
  const working: Working = { steps: [] };
  if (effective === undefined) return working;
  const record = effective as unknown as JsonObject;
  const exact = workOut(unit, criterion, record, ENTRY, new Problems(), (term, value, label) => {
    if (term === 'uncut' && typeof value !== 'string') working.uncut = value;
    const text = typeof value === 'string' ? value : exactText(value);
    working.steps.push({ term, value: text, ...(label !== undefined && { label }) });
  });
  if (exact !== undefined) working.exact = exact;
  return working;
}

const ENTRY = { up: null, key: 'entry' };

const pointsOf = (unit: PlanUnit, criterion: PlanCriterion, entry: Entry): bigint =>
  measureEntry(unit, criterion, entry as unknown as JsonObject, ENTRY, new Problems()) ?? 0n;

function statusOf(entry: Entry, effective: Entry | undefined): EntryAccount['status'] {
  if (entry === effective) return 'effective';
  return effective === undefined ? 'below' : 'overruled'; // the highest stage is the effective one
}

function cutOf(exact: Rational, uncut: Rational): CriterionAccount['cut'] {
  const difference = compare(uncut, exact);
  return difference === 0 ? null : difference > 0 ? 'max' : 'zero';
}

const placeOf = ({ kind, code }: PlanSection): CriterionAccount['place'] =>
  kind === 'bonus' || kind === 'penalty' ? kind : { part: code };
