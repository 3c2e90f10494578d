import type { Stage } from '../plan/competition.js';
import type { JsonObject } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import { Problems } from '../text/problems.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';
import { measureEntry } from './measure.js';

export const LEVEL: Readonly<Record<Stage, number>> = { self: 0, cluster: 1, office: 2 };

/** An entry judged by itself, and where it belongs. */
export interface Judged {
  criterion: PlanCriterion;
  stage: Stage;
  slot: Slot;
}

/** What was entered for one criterion at one stage. */
export interface Slot {
  /** Undefined where its value is wrong. */
  entry: JsonObject | undefined;
  hasReason: boolean;
  /** Where it stands in what is being checked; null for an entry accepted earlier. */
  path: Path | null;
}

/** One unit's entries, by criterion and stage. */
export class Ledger {
  private readonly slots = new Map<PlanCriterion, (Slot | undefined)[]>();

  constructor(readonly unit: PlanUnit) {}

  /** Puts an entry in its place; false when one is there already. */
  put({ criterion, stage, slot }: Judged): boolean {
    let slots = this.slots.get(criterion);
    if (slots === undefined) this.slots.set(criterion, (slots = [undefined, undefined, undefined]));
    if (slots[LEVEL[stage]] !== undefined) return false;
    slots[LEVEL[stage]] = slot;
    return true;
  }

  /** The same for an entry just checked: telling `entry.duplicate` when one is there already. */
  enter(judged: Judged, problems: Problems): void {
    const { criterion, stage, slot } = judged;
    if (!this.put(judged)) {
      problems.add('entry.duplicate', slot.path, 'the unit already has an entry for this criterion at this stage', {
        unit: this.unit.code,
        criterion: criterion.code,
        stage,
      });
    }
  }

  /** Tells of every entry that lacks a reason, in scale order. */
  checkReasons(problems: Problems): void {
    const several = [...this.slots].filter(([, slots]) => slots.filter((slot) => slot !== undefined).length > 1);
    for (const [criterion, slots] of several.sort(([a], [b]) => a.index - b.index)) {
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
  const pointsOf = ({ entry }: Slot): bigint | undefined =>
    entry && measureEntry(unit, criterion, entry, null, new Problems());
  let lower: Slot | undefined;
  for (const slot of slots) {
    if (slot === undefined) continue;
    if (lower !== undefined && slot.path !== null && !slot.hasReason) {
      const points = pointsOf(slot);
      const below = pointsOf(lower);
      if (points !== undefined && below !== undefined && points !== below) {
        problems.add('entry.reason.missing', at(slot.path, 'reason'), REASON);
      }
    }
    lower = slot;
  }
}

const REASON = 'the points differ from those of the stage below, so a reason is needed';
