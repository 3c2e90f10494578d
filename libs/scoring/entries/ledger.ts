import { compare, type Rational } from '../number/rational.js';
import { formatUnits } from '../number/fixed.js';
import { readDecimal } from '../number/decimal.js';
import type { Plan, PlanCriterion, PlanUnit } from '../plan/plan.js';
import type { JsonObject, JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import { Problems } from '../text/problems.js';
import { measureEntry } from './measure.js';

/** An entry judged by itself, and where it belongs. */
export interface Judged {
  criterion: PlanCriterion;
  /** Of its stage. */
  level: number;
  /** By index; 0 where the competition has none. */
  round: number;
  slot: Slot;
}

/** What was entered for one criterion at one stage in one round. */
export interface Slot {
  /** Undefined where its value is wrong. */
  entry: JsonObject | undefined;
  /** Of an entry just checked: one accepted earlier is asked for none. */
  hasReason?: boolean;
  /** Where it stands in what is being checked; null for an entry accepted earlier. */
  path: Path | null;
}

/** The entries of one criterion in one round, by level. */
interface Row {
  criterion: PlanCriterion;
  round: number;
  slots: (Slot | undefined)[];
}

/** One unit's entries, by criterion, round and stage. */
export class Ledger {
  private readonly rows = new Map<number, Row>();

  constructor(
    readonly unit: PlanUnit,
    private readonly plan: Plan,
  ) {}

  /** Puts an entry in its place; false when one is there already. */
  put({ criterion, level, round, slot }: Judged): boolean {
    const key = round * this.unit.scale.criteria.length + criterion.index;
    let row = this.rows.get(key);
    if (row === undefined) {
      this.rows.set(key, (row = { criterion, round, slots: this.plan.stages.list.map(() => undefined) }));
    }
    if (row.slots[level] !== undefined) return false;
    row.slots[level] = slot;
    return true;
  }

  /** The same for an entry just checked: telling `entry.duplicate` when one is there already. */
  enter(judged: Judged, problems: Problems): void {
    const { criterion, level, round, slot } = judged;
    if (this.put(judged)) return;
    problems.add('entry.duplicate', slot.path, 'the unit already has an entry for this criterion at this stage', {
      unit: this.unit.code,
      unitName: this.unit.name,
      criterion: criterion.code,
      criterionName: criterion.name,
      stage: this.plan.stages.list[level]!.name,
      ...(this.plan.rounds !== undefined && { round: this.plan.rounds.list[round]!.name }),
    });
  }

  /** Tells of every entry that lacks a reason, by round and in scale order. */
  checkReasons(problems: Problems): void {
    // Most rows have one stage: only the others have to be put in order.
    const rows = [...this.rows.values()].filter(({ slots }) => slots.filter(Boolean).length > 1);
    for (const { criterion, slots } of rows.sort(
      (a, b) => a.round - b.round || a.criterion.index - b.criterion.index,
    )) {
      checkReasons(this.unit, criterion, slots, problems);
    }
  }
}

/**
 * Tells `entry.reason.missing` for each new entry of a criterion whose points differ from those of the next lower
 * stage that exists and which gives no reason (spec, "Entry"). `slots` are the unit's, lowest stage first.
 */
export function checkReasons(
  unit: PlanUnit,
  criterion: PlanCriterion,
  slots: readonly (Slot | undefined)[],
  problems: Problems,
): void {
  let lower: Slot | undefined;
  for (const slot of slots) {
    if (slot === undefined) continue;
    if (lower !== undefined && slot.path !== null && !slot.hasReason) {
      tellDifference(unit, criterion, lower, slot, at(slot.path, 'reason'), problems);
    }
    lower = slot;
  }
}

const REASONS = {
  points: 'the points differ from those of the stage below, so a reason is needed',
  figures: 'the figures differ from those of the stage below, so a reason is needed',
} as const;

function tellDifference(
  unit: PlanUnit,
  criterion: PlanCriterion,
  { entry: before }: Slot,
  { entry: now }: Slot,
  path: Path,
  problems: Problems,
): void {
  if (before === undefined || now === undefined) return;
  const named = { criterion: criterion.code, criterionName: criterion.name };
  if (criterion.rule?.relative !== undefined) {
    // Its points follow from the whole cluster: what was written is compared.
    const isSame = ['actual', 'plan'].every((key) => isSameNumber(before[key], now[key]));
    if (!isSame) problems.add('entry.reason.missing', path, REASONS.figures, { reason: 'figures', ...named });
    return;
  }
  const points = measureEntry(unit, criterion, now, null, new Problems())!;
  const below = measureEntry(unit, criterion, before, null, new Problems());
  // What was accepted once, and is not right any more, cannot be compared.
  if (below === undefined || points === below) return;
  const { digits } = unit.scale;
  problems.add('entry.reason.missing', path, REASONS.points, {
    reason: 'points',
    ...named,
    below: formatUnits(below, digits),
    points: formatUnits(points, digits),
  });
}

/** Of decimals that were accepted, or were left out. */
function isSameNumber(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return compare(readDecimal(a) as Rational, readDecimal(b) as Rational) === 0;
}
