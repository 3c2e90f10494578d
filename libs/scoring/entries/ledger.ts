import type { Stage } from '../file/competition.js';
import type { Path } from '../file/path.js';
import { at } from '../file/path.js';
import type { Problems } from '../file/problems.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';

export const LEVEL: Readonly<Record<Stage, number>> = { self: 0, cluster: 1, office: 2 };

/** What was entered for one criterion at one stage. */
export interface Slot {
  /** Rounded points in units of 10^-digits; undefined while the value is wrong. */
  points: bigint | undefined;
  hasReason: boolean;
  /** Where it stands in what is being checked; null for an entry accepted earlier. */
  path: Path | null;
}

/** One unit's entries, by stage and criterion. */
export class Ledger {
  private readonly levels: (Slot | undefined)[][] = [[], [], []];

  constructor(readonly unit: PlanUnit) {}

  /** Puts an entry in its place; false when one is there already. */
  put({ index }: PlanCriterion, stage: Stage, slot: Slot): boolean {
    const slots = this.levels[LEVEL[stage]]!;
    if (slots[index] !== undefined) return false;
    slots[index] = slot;
    return true;
  }

  /**
   * Tells `entry.reason.missing` for each new entry whose points differ from those of the next lower stage
   * that exists and which gives no reason (spec, "Entry").
   */
  checkReasons(problems: Problems): void {
    const used = this.levels.filter((slots) => slots.length > 0);
    if (used.length < 2) return;
    const most = Math.max(...used.map((slots) => slots.length));
    for (let index = 0; index < most; index++) {
      let lower: Slot | undefined;
      for (const slots of used) {
        const slot = slots[index];
        if (slot === undefined) continue;
        if (lower !== undefined && needsReason(slot, lower)) {
          problems.add('entry.reason.missing', slot.path && at(slot.path, 'reason'), REASON);
        }
        lower = slot;
      }
    }
  }
}

const REASON = 'the points differ from those of the stage below, so a reason is needed';

const needsReason = (slot: Slot, lower: Slot): boolean =>
  slot.path !== null &&
  !slot.hasReason &&
  slot.points !== undefined &&
  lower.points !== undefined &&
  slot.points !== lower.points;
