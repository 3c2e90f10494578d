import { LEVEL } from '../entries/ledger.js';
import { measureEntry } from '../entries/measure.js';
import { STAGES, type Entry, type Stage } from '../file/competition.js';
import type { JsonObject } from '../file/json-value.js';
import { Problems } from '../file/problems.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';

/**
 * One unit's accepted entries, and the points of those that count. An entry is measured when its points are
 * first asked for and not again until another takes its place.
 */
export class UnitSheet {
  /** By criterion index and level. */
  private readonly slots: (Entry | undefined)[];
  private readonly measured: (Entry | undefined)[];
  private readonly points: (bigint | undefined)[];

  /** `stage` is the lowest that counts (spec, "Entry": the effective entry). */
  constructor(
    readonly unit: PlanUnit,
    private readonly stage: Stage,
    entries: readonly Entry[],
  ) {
    const { criteria } = unit.scale;
    this.slots = criteria.flatMap(() => STAGES.map(() => undefined));
    this.measured = criteria.map(() => undefined);
    this.points = criteria.map(() => undefined);
    for (const entry of entries) this.put(entry);
  }

  /** Puts an entry in its place, whatever was there. Throws a TypeError when the scale has no such criterion. */
  put(entry: Entry): void {
    this.slots[this.slotOf(this.criterion(entry.criterion), entry.stage)] = entry;
  }

  /** Takes away the entry of a criterion at a stage; false when there is none. */
  remove(criterion: string, stage: Stage): boolean {
    const slot = this.slotOf(this.criterion(criterion), stage);
    if (this.slots[slot] === undefined) return false;
    this.slots[slot] = undefined;
    return true;
  }

  /** The entries of one criterion, lowest stage first. None for a criterion the scale does not have. */
  entriesOf(criterion: string): Entry[] {
    const known = this.unit.scale.byCode.get(criterion);
    if (known === undefined) return [];
    return STAGES.map((stage) => this.slots[this.slotOf(known, stage)]).filter((entry) => entry !== undefined);
  }

  /** The entry of the highest stage that counts. */
  effective(index: number): Entry | undefined {
    for (let level = STAGES.length - 1; level >= LEVEL[this.stage]; level--) {
      const entry = this.slots[index * STAGES.length + level];
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /**
   * Rounded points by criterion index, in units of 10^-digits; undefined where nothing counts. Throws a
   * TypeError when an entry was never accepted by this plan's checks.
   */
  measure(): readonly (bigint | undefined)[] {
    for (const criterion of this.unit.scale.criteria) {
      const { index } = criterion;
      const entry = this.effective(index);
      if (entry === this.measured[index]) continue;
      this.points[index] = entry && pointsOf(this.unit, criterion, entry);
      this.measured[index] = entry;
    }
    return this.points;
  }

  private criterion(code: string): PlanCriterion {
    const { scale } = this.unit;
    const criterion = scale.byCode.get(code);
    if (criterion === undefined) throw new TypeError(`scale ${scale.code} has no criterion ${code}`);
    return criterion;
  }

  private slotOf({ index }: PlanCriterion, stage: Stage): number {
    return index * STAGES.length + LEVEL[stage];
  }
}

function pointsOf(unit: PlanUnit, criterion: PlanCriterion, entry: Entry): bigint {
  const problems = new Problems();
  const points = measureEntry(unit, criterion, entry as unknown as JsonObject, ENTRY, problems);
  if (points !== undefined) return points;
  const [first] = problems.errors;
  throw new TypeError(`unit ${unit.code}, criterion ${criterion.code}: an entry never accepted (${first?.code})`);
}

const ENTRY = { up: null, key: 'entry' };
