import { LEVEL } from '../entries/ledger.js';
import { measureEntry, targetOf } from '../entries/measure.js';
import { STAGES, type Entry, type Stage } from '../plan/competition.js';
import type { JsonObject } from '../text/json-value.js';
import { Problems } from '../text/problems.js';
import type { PlanCriterion, PlanScale, PlanUnit } from '../plan/plan.js';
import type { Cell } from '../rules/kernels/kernel.js';
import type { Figure, FigureKey, UnitFigures } from './figures.js';
import { layoutOf, type Layout } from '../plan/layout.js';
import { BigintSums, NumberSums, type Sums } from './sums.js';

const EMPTY = 0;
const LOADED = 1;
const EXACT = 2;

/**
 * The accepted entries of some units of one scale, and what they come to. Every entry that counts stands in a cell;
 * the same kernel gives the points of one cell or of a whole column, so that a change and a whole computation are
 * one path of different length. Entries no kernel can read are worked out exactly, one by one.
 */
export class UnitColumns implements UnitFigures {
  readonly size: number;
  readonly digits: number;
  readonly lacking: Int32Array;
  private readonly layout: Layout;
  readonly sums: Sums;
  /** By stage where it was ever used, then criterion, then unit. */
  private readonly entries: ((Entry | undefined)[] | undefined)[];
  private readonly values: Float64Array;
  private readonly wholes: Float64Array;
  private readonly status: Uint8Array;
  /** By criterion: how many of its cells no kernel gives the points of. */
  private readonly others: Int32Array;

  /** `lowest` is the lowest stage that counts (spec, "Entry": the effective entry). */
  constructor(
    readonly scale: PlanScale,
    readonly units: readonly PlanUnit[],
    private readonly lowest: Stage,
  ) {
    this.layout = layoutOf(scale);
    this.size = units.length;
    this.digits = scale.digits;
    const cells = scale.criteria.length * this.size;
    this.sums = this.layout.wide ? new BigintSums(this.layout, this.size) : new NumberSums(this.layout, this.size);
    this.entries = STAGES.map(() => undefined);
    this.values = new Float64Array(cells);
    this.wholes = new Float64Array(cells);
    this.status = new Uint8Array(cells);
    this.others = new Int32Array(scale.criteria.length).fill(this.size);
    this.lacking = new Int32Array(this.size).fill(scale.criteria.filter(({ mandatory }) => mandatory).length);
  }

  /** Puts an entry in its place, whatever was there. Throws a TypeError when the scale has no such criterion. */
  put(unit: number, entry: Entry): number {
    const { index } = this.criterion(entry.criterion);
    const level = LEVEL[entry.stage];
    const slots = (this.entries[level] ??= Array.from({ length: this.status.length }, () => undefined));
    slots[index * this.size + unit] = entry;
    this.settle(unit, index);
    return index;
  }

  /** Takes away the entry of a criterion at a stage, where there is one. Throws as `put` does. */
  remove(unit: number, criterion: string, stage: Stage): number {
    const { index } = this.criterion(criterion);
    const slots = this.entries[LEVEL[stage]];
    if (slots !== undefined) slots[index * this.size + unit] = undefined;
    this.settle(unit, index);
    return index;
  }

  /** The entries of one criterion, lowest stage first. None for a criterion the scale does not have. */
  entriesOf(unit: number, criterion: string): Entry[] {
    const known = this.scale.byCode.get(criterion);
    if (known === undefined) return [];
    const found: Entry[] = [];
    for (const slots of this.entries) {
      const entry = slots?.[known.index * this.size + unit];
      if (entry !== undefined) found.push(entry);
    }
    return found;
  }

  /** The entry of the highest stage that counts. */
  effective(unit: number, index: number): Entry | undefined {
    for (let level = STAGES.length - 1; level >= LEVEL[this.lowest]; level--) {
      const entry = this.entries[level]?.[index * this.size + unit];
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** Takes away every entry of a unit. */
  clear(unit: number): void {
    for (let index = 0; index < this.scale.criteria.length; index++) {
      const at = index * this.size + unit;
      for (const slots of this.entries) if (slots !== undefined) slots[at] = undefined;
      if (this.status[at] !== EMPTY) this.settle(unit, index);
    }
  }

  /**
   * Works out everything of the units from `from` up to `to`. Throws a TypeError when an entry was never accepted by this
   * plan's checks.
   */
  evaluate(from = 0, to = this.size): void {
    const { layout, sums } = this;
    for (let index = 0; index < layout.kernels.length; index++) this.measure(index, from, to);
    for (let place = 0; place < layout.places.length; place++) sums.addPlace(place, from, to);
    sums.addTotal(from, to);
  }

  /** Works out what hangs on one criterion of one unit. Throws as `evaluate` does. */
  follow(unit: number, index: number): void {
    this.measure(index, unit, unit + 1);
    this.sums.addPlace(this.layout.placeOf[index]!, unit, unit + 1);
    this.sums.addTotal(unit, unit + 1);
  }

  figure({ field, code }: FigureKey): Figure {
    const { points, places, base, total } = this.sums;
    const { parts, byCode } = this.scale;
    if (field === 'total') return { column: total, at: 0 };
    if (field === 'base') return { column: base, at: 0 };
    if (field === 'bonus') return { column: places, at: parts.length * this.size };
    if (field === 'penalty') return { column: places, at: (parts.length + 1) * this.size };
    const index = field === 'part' ? parts.findIndex((part) => part.code === code) : byCode.get(code)?.index;
    // Checked with the rules: a key is of every scale that is used.
    if (index === undefined || index < 0) throw new RangeError(`scale ${this.scale.code} has no ${field} ${code}`);
    return { column: field === 'part' ? places : points, at: index * this.size };
  }

  /** Points in units of 10^-digits of the cells of one criterion. */
  private measure(index: number, from: number, to: number): void {
    const { size, status, sums } = this;
    const start = index * size;
    if (!this.layout.wide) {
      const { points } = sums as NumberSums;
      this.layout.kernels[index]?.run(this.values, this.wholes, points, start + from, start + to);
    }
    if (this.others[index] === 0) return;
    for (let unit = from; unit < to; unit++) {
      const is = status[start + unit];
      if (is === EMPTY) sums.put(start + unit, 0n);
      else if (is === EXACT) sums.put(start + unit, this.exactPoints(unit, index));
    }
  }

  private exactPoints(unit: number, index: number): bigint {
    const known = this.units[unit]!;
    const criterion = this.scale.criteria[index]!;
    const problems = new Problems();
    const entry = this.effective(unit, index) as unknown as JsonObject;
    const points = measureEntry(known, criterion, entry, ENTRY, problems);
    if (points !== undefined) return points;
    const [first] = problems.errors;
    throw new TypeError(`unit ${known.code}, criterion ${criterion.code}: an entry never accepted (${first?.code})`);
  }

  /** Reads the entry that counts now into its cell. */
  private settle(unit: number, index: number): void {
    const at = index * this.size + unit;
    const before = this.status[at]!;
    const now = this.load(unit, index, at);
    this.status[at] = now;
    if (now === before) return;
    this.others[index]! += (now === LOADED ? 0 : 1) - (before === LOADED ? 0 : 1);
    if (this.scale.criteria[index]!.mandatory)
      this.lacking[unit]! += (now === EMPTY ? 1 : 0) - (before === EMPTY ? 1 : 0);
  }

  private load(unit: number, index: number, at: number): number {
    const entry = this.effective(unit, index);
    if (entry === undefined) return EMPTY;
    const kernel = this.layout.kernels[index];
    const target = targetOf(this.units[unit]!, this.scale.criteria[index]!);
    if (kernel === undefined || !kernel.load(entry as unknown as JsonObject, target, CELL)) return EXACT;
    this.values[at] = CELL.value;
    this.wholes[at] = CELL.whole;
    return LOADED;
  }

  private criterion(code: string): PlanCriterion {
    const criterion = this.scale.byCode.get(code);
    if (criterion === undefined) throw new TypeError(`scale ${this.scale.code} has no criterion ${code}`);
    return criterion;
  }
}

const ENTRY = { up: null, key: 'entry' };
const CELL: Cell = { value: 0, whole: 0 };
