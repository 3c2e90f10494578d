import type { Entry } from '../plan/competition.js';

/** Cells are kept in pieces of so many, each made when it is first used: hardly anything may be entered at a stage. */
const BITS = 10;
const LAST = 2 ** BITS - 1;

type Piece = (Entry | undefined)[];

/** The entries of some units at all stages, by unit and then by criterion. */
export class EntryStore {
  private readonly levels: ((Piece | undefined)[] | undefined)[];
  private readonly cells: number;

  constructor(
    readonly stages: number,
    units: number,
    private readonly criteria: number,
  ) {
    this.levels = Array.from({ length: stages }, () => undefined);
    this.cells = units * criteria;
  }

  /** Whether anything was ever entered at a stage. */
  isUsed(level: number): boolean {
    return this.levels[level] !== undefined;
  }

  get(level: number, unit: number, index: number): Entry | undefined {
    const pieces = this.levels[level];
    if (pieces === undefined) return undefined;
    const at = unit * this.criteria + index;
    const piece = pieces[at >> BITS];
    return piece === undefined ? undefined : piece[at & LAST];
  }

  /** The entry of the highest stage from that of `lowest` on. */
  highest(unit: number, index: number, lowest: number): Entry | undefined {
    const at = unit * this.criteria + index;
    for (let level = this.stages - 1; level >= lowest; level--) {
      const entry = this.levels[level]?.[at >> BITS]?.[at & LAST];
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  set(level: number, unit: number, index: number, entry: Entry | undefined): void {
    let pieces = this.levels[level];
    if (pieces === undefined) {
      if (entry === undefined) return;
      this.levels[level] = pieces = Array.from({ length: Math.ceil(this.cells / (LAST + 1)) }, () => undefined);
    }
    const at = unit * this.criteria + index;
    const number = at >> BITS;
    let piece = pieces[number];
    if (piece === undefined) {
      if (entry === undefined) return;
      const length = Math.min(LAST + 1, this.cells - number * (LAST + 1));
      pieces[number] = piece = Array.from({ length }, () => undefined);
    }
    piece[at & LAST] = entry;
  }

  /** The criteria of a unit with an entry at any stage, in scale order. */
  enteredOf(unit: number): number[] {
    const used = this.levels.filter((pieces) => pieces !== undefined);
    const entered: number[] = [];
    for (let index = 0; index < this.criteria; index++) {
      const at = unit * this.criteria + index;
      for (let i = 0; i < used.length; i++) {
        if (used[i]![at >> BITS]?.[at & LAST] === undefined) continue;
        entered.push(index);
        break;
      }
    }
    return entered;
  }

  /** Takes away every entry of a unit. */
  clear(unit: number): void {
    for (let level = 0; level < this.stages; level++) {
      for (let index = 0; index < this.criteria; index++) this.set(level, unit, index, undefined);
    }
  }
}
