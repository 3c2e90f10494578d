import { ofAccepted } from '../entries/measure.js';
import { targetOf } from '../entries/measure.js';
import { roundToUnits } from '../number/rounding.js';
import { unassignedWorth } from '../plan/assigned-reach.js';
import type { Entry } from '../plan/competition.js';
import { layoutOf, type Layout } from '../plan/layout.js';
import type { Plan, PlanCriterion, PlanScale, PlanSection, PlanUnit } from '../plan/plan.js';
import type { Cell } from '../rules/kernels/kernel.js';
import type { JsonObject } from '../text/json-value.js';
import type { ConditionColumn } from './condition-column.js';
import { EntryStore } from './entry-store.js';
import type { Figure, FigureKey, UnitFigures } from './figures.js';
import { figureOf } from './figures.js';
import { RelativeCriterion } from './relative-criterion.js';
import { SectionGates } from './section-gates.js';
import { weightedPoints } from './stage-weights.js';
import { BigintSums, NumberSums, type Sums } from './sums.js';
import { UnassignedCriteria } from './unassigned-criteria.js';

/** A column is sparse when fewer than one in so many of its cells are loaded. */
const SPARSE = 8;

const EMPTY = 0;
const LOADED = 1;
const EXACT = 2;
/** Not assigned to the unit: its points stand, nothing is entered. */
const UNASSIGNED = 3;

/** What a change of one criterion of one unit reaches. */
export type Reached = 'unit' | 'cluster';

/**
 * The accepted entries of some units of one scale in one round, and what they come to. Every entry that counts stands
 * in a cell; the same kernel gives the points of one cell or of a whole column, so that a change and a whole
 * computation are one path of different length. Entries no kernel can read are worked out exactly, one by one.
 */
export class UnitColumns implements UnitFigures {
  readonly size: number;
  readonly digits: number;
  readonly lacking: Int32Array;
  /** By unit: how many of its criteria have an entry that counts. */
  readonly entered: Int32Array;
  readonly sums: Sums;
  private readonly layout: Layout;
  private readonly entries: EntryStore;
  private readonly values: Float64Array;
  private readonly wholes: Float64Array;
  private readonly status: Uint8Array;
  /** By criterion: how many of its cells no kernel gives the points of. */
  private readonly others: Int32Array;
  private readonly relatives: readonly (RelativeCriterion | undefined)[] | undefined;
  private readonly unassigned: UnassignedCriteria | undefined;
  private readonly gates: SectionGates | undefined;

  constructor(
    private readonly plan: Plan,
    readonly scale: PlanScale,
    readonly units: readonly PlanUnit[],
  ) {
    this.layout = layoutOf(scale);
    this.size = units.length;
    this.digits = scale.digits;
    const cells = scale.criteria.length * this.size;
    this.sums = this.layout.wide ? new BigintSums(this.layout, this.size) : new NumberSums(this.layout, this.size);
    this.entries = new EntryStore(plan.stages.list.length, this.size, scale.criteria.length);
    this.values = new Float64Array(cells);
    this.wholes = new Float64Array(cells);
    this.status = new Uint8Array(cells);
    this.others = new Int32Array(scale.criteria.length).fill(this.size);
    this.lacking = new Int32Array(this.size).fill(scale.criteria.filter(({ mandatory }) => mandatory).length);
    this.entered = new Int32Array(this.size);
    this.relatives = RelativeCriterion.listOf(scale, units);
    this.unassigned = UnassignedCriteria.of(scale, units, this.sums);
    this.gates = SectionGates.of(plan, this);
    this.leaveOutUnassigned();
  }

  get isWeighed(): boolean {
    return this.plan.ranking.weights !== undefined;
  }

  /**
   * Puts an entry in its place, whatever was there, or takes away what is there; gives its criterion. Throws a TypeError
   * when the scale has no such criterion, or it is not assigned to the unit.
   */
  set(unit: number, criterion: string, level: number, entry: Entry | undefined): number {
    const { index } = this.criterion(criterion);
    this.entries.set(level, unit, index, entry);
    this.settle(unit, index);
    return index;
  }

  /** The entries of one criterion, lowest stage first. None for a criterion the scale does not have. */
  entriesOf(unit: number, criterion: string): Entry[] {
    return this.entriesBeside(unit, criterion, -1);
  }

  /** The same at other stages than that of `level`. What is about to be replaced is not so much as looked at. */
  entriesBeside(unit: number, criterion: string, level: number): Entry[] {
    const found: Entry[] = [];
    for (let other = 0; other < this.entries.stages; other++) {
      const entry = other === level ? undefined : this.entryAt(unit, criterion, other);
      if (entry !== undefined) found.push(entry);
    }
    return found;
  }

  /** The entry of one criterion at one stage. */
  entryAt(unit: number, criterion: string, level: number): Entry | undefined {
    const known = this.entries.isUsed(level) ? this.scale.byCode.get(criterion) : undefined;
    return known && this.entries.get(level, unit, known.index);
  }

  /** The entry of the highest stage that counts. */
  effective(unit: number, index: number): Entry | undefined {
    return this.entries.highest(unit, index, this.plan.ranking.level);
  }

  /** Whether anything counts for the criterion: an entry at a stage that does, under stage weights one of a weight. */
  counts(unit: number, index: number): boolean {
    const status = this.status[index * this.size + unit];
    return status === LOADED || status === EXACT;
  }

  /** The criteria for which something counts, in scale order. */
  countedOf(unit: number): number[] {
    // What was entered of a unit lies together; what is known of its cells does not.
    return this.entered[unit] === 0 ? [] : this.entries.enteredOf(unit).filter((index) => this.counts(unit, index));
  }

  /** Takes away every entry of a unit. */
  clear(unit: number): void {
    const counted = this.countedOf(unit);
    this.entries.clear(unit);
    for (const index of counted) this.settle(unit, index);
  }

  /** Works out everything. Throws a TypeError when an entry was never accepted by this plan's checks. */
  evaluate(): void {
    for (let index = 0; index < this.layout.kernels.length; index++) this.measure(index, 0, this.size);
    this.addUp(0, this.size);
  }

  /**
   * Works out one unit; gives what else that moves: where units are measured against the best of them, maybe all.
   * Throws as `evaluate` does.
   */
  evaluateUnit(unit: number): Reached {
    let reached: Reached = 'unit';
    for (let index = 0; index < this.layout.kernels.length; index++) {
      if (this.measureOne(unit, index) === 'cluster') reached = 'cluster';
    }
    this.addUp(reached === 'cluster' ? 0 : unit, reached === 'cluster' ? this.size : unit + 1);
    return reached;
  }

  /** Works out what hangs on one criterion of one unit; gives what that reaches. Throws as `evaluate` does. */
  follow(unit: number, index: number): Reached {
    const { sums, layout } = this;
    if (this.measureOne(unit, index) === 'cluster') {
      this.addUp(0, this.size);
      return 'cluster';
    }
    const around = layout.around[index]!;
    for (let i = 0; i < around.length; i++) sums.addPlace(around[i]!, unit, unit + 1);
    this.unassigned?.rescaleParts(unit, unit + 1, around.at(-1)!);
    sums.addTotals(unit, unit + 1);
    this.adjust(unit, unit + 1);
    return 'unit';
  }

  figure(key: FigureKey): Figure {
    return figureOf(this.scale, this.sums, this.size, key);
  }

  /** What a criterion is measured against, where that is the best of the cluster. */
  relative(index: number): RelativeCriterion | undefined {
    return this.relatives?.[index];
  }

  /** The condition of the bonus or the penalty, with what it sees of each unit. */
  gate(section: PlanSection): ConditionColumn | undefined {
    return this.gates?.columnOf(section);
  }

  /** What the conditions of the bonus and the penalty divided by zero for. */
  get faults() {
    return this.gates?.faults ?? [];
  }

  private addUp(from: number, to: number): void {
    const { layout, sums } = this;
    for (let i = 0; i < layout.inwardsOut.length; i++) sums.addPlace(layout.inwardsOut[i]!, from, to);
    this.unassigned?.rescaleParts(from, to);
    sums.addTotals(from, to);
    this.adjust(from, to);
  }

  /** What is scaled up as a whole, and what the bonus and the penalty ask for: rare, and then the totals follow. */
  private adjust(from: number, to: number): void {
    if (this.unassigned === undefined && this.gates === undefined) return;
    this.unassigned?.rescaleBase(from, to);
    this.gates?.apply(from, to);
    this.sums.addTotal(from, to);
  }

  private measureOne(unit: number, index: number): Reached {
    const relative = this.relatives?.[index];
    if (relative === undefined) this.measure(index, unit, unit + 1);
    else if (relative.renew()) {
      this.measure(index, 0, this.size);
      return 'cluster';
    } else this.measure(index, unit, unit + 1);
    return 'unit';
  }

  /** Points in units of 10^-digits of the cells of one criterion. */
  private measure(index: number, from: number, to: number): void {
    const { size, status, sums } = this;
    const start = index * size;
    const others = this.others[index]!;
    // Of a column with hardly an entry each is worked out by itself, so that the rest of it is never written to.
    const isSparse = to - from > 1 && (size - others) * SPARSE < size;
    if (!this.layout.wide && !isSparse) this.run(index, start + from, start + to);
    if (others === 0) return;
    this.relatives?.[index]?.renew();
    for (let unit = from; unit < to; unit++) {
      const is = status[start + unit];
      if (is === EMPTY) sums.clear(start + unit);
      else if (is === LOADED && isSparse) this.run(index, start + unit, start + unit + 1);
      else if (is === EXACT) sums.put(sums.points, start + unit, this.exactPoints(unit, index));
      else if (is === UNASSIGNED) {
        sums.put(sums.points, start + unit, unassignedWorth(this.scale, this.scale.criteria[index]!));
      }
    }
  }

  private run(index: number, from: number, to: number): void {
    this.layout.kernels[index]?.run(this.values, this.wholes, (this.sums as NumberSums).points, from, to);
  }

  private exactPoints(unit: number, index: number): bigint {
    const known = this.units[unit]!;
    const criterion = this.scale.criteria[index]!;
    const relative = this.relatives?.[index];
    if (relative !== undefined) return relative.points(unit);
    const { weights, level } = this.plan.ranking;
    const { digits, mode } = this.scale;
    const pointsOf = (entry: Entry): bigint =>
      roundToUnits(
        ofAccepted(known, criterion, entry, (offer) => criterion.rule?.points(offer)),
        digits,
        mode,
      );
    if (weights === undefined) return pointsOf(this.effective(unit, index)!);
    const entries = this.plan.stages.list.map((stage) =>
      stage.level < level ? undefined : this.entries.get(stage.level, unit, index),
    );
    return weightedPoints(
      weights,
      entries.map((entry) => entry && pointsOf(entry)),
      mode,
    )!;
  }

  /** Reads the entry that counts now into its cell. */
  private settle(unit: number, index: number): void {
    const at = index * this.size + unit;
    const before = this.status[at]!;
    const now = this.load(unit, index, at);
    this.status[at] = now;
    if (now === before) return;
    this.others[index]! += (now === LOADED ? 0 : 1) - (before === LOADED ? 0 : 1);
    const more = (now === EMPTY ? 1 : 0) - (before === EMPTY ? 1 : 0);
    this.entered[unit]! -= more;
    if (this.scale.criteria[index]!.mandatory) this.lacking[unit]! += more;
  }

  private load(unit: number, index: number, at: number): number {
    if (this.status[at] === UNASSIGNED && this.effective(unit, index) === undefined) return UNASSIGNED;
    if (this.status[at] === UNASSIGNED) throw new TypeError('an entry of a criterion that is not assigned to the unit');
    const entry = this.effective(unit, index);
    const relative = this.relatives?.[index];
    if (relative !== undefined) {
      relative.set(unit, entry);
      return entry === undefined ? EMPTY : EXACT;
    }
    if (entry === undefined) return EMPTY;
    if (this.plan.ranking.weights !== undefined) return this.hasWeight(unit, index) ? EXACT : EMPTY;
    const kernel = this.layout.kernels[index];
    const target = targetOf(this.units[unit]!, this.scale.criteria[index]!);
    CELL.whole = 0;
    if (kernel === undefined || !kernel.load(entry as unknown as JsonObject, target, CELL)) return EXACT;
    this.values[at] = CELL.value;
    // Most rules ask for no shares, and memory that is never written to is never taken up.
    if (this.wholes[at] !== CELL.whole) this.wholes[at] = CELL.whole;
    return LOADED;
  }

  /** Whether some stage that counts has both an entry and a weight. */
  private hasWeight(unit: number, index: number): boolean {
    const { weights, level } = this.plan.ranking;
    return weights!.some(
      (weight, own) => own >= level && weight.n > 0n && this.entries.get(own, unit, index) !== undefined,
    );
  }

  private leaveOutUnassigned(): void {
    this.units.forEach(({ notAssigned }, unit) => {
      for (const index of notAssigned) {
        this.status[index * this.size + unit] = UNASSIGNED;
        if (this.scale.criteria[index]!.mandatory) this.lacking[unit]! -= 1;
      }
    });
  }

  private criterion(code: string): PlanCriterion {
    const criterion = this.scale.byCode.get(code);
    if (criterion === undefined) throw new TypeError(`scale ${this.scale.code} has no criterion ${code}`);
    return criterion;
  }
}

const CELL: Cell = { value: 0, whole: 0 };
