import { fromInteger, type Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import { commonTens, SAFE, type Whole } from '../number/whole.js';
import { layoutOf, type Layout } from '../plan/layout.js';
import type { PlanRounds, PlanScale } from '../plan/plan.js';
import { divideRounded, largestDivisor, SHAPES, type Shape } from '../rules/kernels/kernel.js';
import { figureOf, type Figure, type FigureKey, type UnitFigures } from './figures.js';
import { zeros, type Column } from './sums.js';
import type { UnitColumns } from './unit-columns.js';

const ONE = fromInteger(1n);

/**
 * The rounds of a cluster's units made one (spec, "Rounds"): each of their figures by itself, rounded once.
 * All in units of 10^-digits.
 */
export class CombinedColumns implements UnitFigures {
  readonly size: number;
  readonly digits: number;
  readonly lacking: Int32Array;
  readonly sums: { points: Column; places: Column; base: Column; total: Column };
  private readonly scale: PlanScale;
  private readonly layout: Layout;
  /** By round and unit: what the round weighs, in whole numbers; 0 where it does not count for the unit. */
  private readonly weights: Float64Array;
  /** By unit: what the weighted sum is divided by. */
  private readonly divisors: Float64Array;
  /** By round: its weight, all in the same whole units. */
  private readonly wholeWeights: readonly bigint[];
  /** The same as doubles: exact where `isNumbers`. */
  private readonly numberWeights: readonly number[];
  /** By figure, then round: what is combined. */
  private readonly sources: Readonly<Record<keyof CombinedColumns['sums'], readonly Column[]>>;
  private readonly isNumbers: boolean;
  /** Whether a mean is made of the rounds, not a sum. */
  private readonly divides: boolean;
  private readonly shape: Shape;

  constructor(
    private readonly rounds: PlanRounds,
    private readonly columns: readonly UnitColumns[],
  ) {
    const [first] = columns;
    const { scale, size, digits } = first!;
    this.scale = scale;
    this.layout = layoutOf(scale);
    this.size = size;
    this.digits = digits;
    this.lacking = new Int32Array(size);
    this.weights = new Float64Array(rounds.list.length * size);
    this.divisors = new Float64Array(size).fill(1);
    const weighted = rounds.how === 'weighted';
    const tens = commonTens(rounds.list.map(({ weight }) => weight));
    const whole = rounds.list.map(({ weight }) => (weighted ? weight.n * (tens / weight.d) : 1n));
    this.wholeWeights = whole;
    this.numberWeights = whole.map(Number);
    this.divides = rounds.how === 'mean' || weighted;
    this.shape = SHAPES[scale.mode];
    const sum = whole.reduce((all, each) => all + each, 0n);
    const { most } = this.layout;
    // Within these bounds sums of doubles, and their division, are exact.
    this.isNumbers =
      first!.sums.total instanceof Float64Array &&
      most * sum < BigInt(SAFE) &&
      sum <= BigInt(largestDivisor(Number(most)));
    const sourceOf = (name: keyof CombinedColumns['sums']) => columns.map(({ sums }) => sums[name]);
    this.sources = {
      points: sourceOf('points'),
      places: sourceOf('places'),
      base: sourceOf('base'),
      total: sourceOf('total'),
    };
    const make = (length: number): Column => (this.isNumbers ? new Float64Array(length) : zeros(length));
    this.sums = {
      points: make(scale.criteria.length * size),
      places: make(scale.sections.length * size),
      base: make(size),
      total: make(size),
    };
  }

  /** Whether a round counts for a unit. */
  counts(round: number, unit: number): boolean {
    if (!this.rounds.list[round]!.begun) return false;
    return this.rounds.missing === 'zero' || this.columns[round]!.entered[unit]! > 0;
  }

  /** What a round weighs in the whole of a unit, as the file says; undefined where it does not enter into it. */
  weightOf(round: number, unit: number): Rational | undefined {
    const { list, how } = this.rounds;
    if (!this.counts(round, unit)) return undefined;
    if (how === 'weighted') return list[round]!.weight;
    return how === 'last' && list.some(({ index }) => index > round && this.counts(index, unit)) ? undefined : ONE;
  }

  /** Whether the weighted sum is divided by the sum of the weights. */
  get isDivided(): boolean {
    return this.rounds.how === 'mean' || this.rounds.how === 'weighted';
  }

  /** Works out everything of the units from `from` up to `to`. */
  evaluate(from: number, to: number): void {
    const { size, sums, sources } = this;
    for (let unit = from; unit < to; unit++) this.weigh(unit);
    for (let at = 0; at < sums.points.length; at += size) this.combine(sums.points, sources.points, at, from, to);
    for (let at = 0; at < sums.places.length; at += size) this.combine(sums.places, sources.places, at, from, to);
    this.combineTotals(from, to);
  }

  /** Works out what hangs on one criterion of one unit. */
  follow(unit: number, criterion: number): void {
    // Which rounds count is another thing for all of the unit's figures.
    if (this.weigh(unit)) return this.evaluate(unit, unit + 1);
    const { size, sums, sources } = this;
    this.combine(sums.points, sources.points, criterion * size, unit, unit + 1);
    const moves = this.layout.moves[criterion]!;
    for (let i = 0; i < moves.length; i++) {
      this.combine(sums.places, sources.places, moves[i]! * size, unit, unit + 1);
    }
    this.combineTotals(unit, unit + 1);
  }

  figure(key: FigureKey): Figure {
    return figureOf(this.scale, this.sums, this.size, key);
  }

  private combineTotals(from: number, to: number): void {
    this.combine(this.sums.base, this.sources.base, 0, from, to);
    this.combine(this.sums.total, this.sources.total, 0, from, to);
  }

  /** Finds the rounds that count for a unit and what it lacks; true when they are not those they were. */
  private weigh(unit: number): boolean {
    const { size, weights, columns } = this;
    const { length } = columns;
    const isLast = this.rounds.how === 'last';
    let last = -1;
    for (let round = 0; round < length; round++) if (this.counts(round, unit)) last = round;
    let sum = 0;
    let lacking = 0;
    let changed = false;
    for (let round = 0; round < length; round++) {
      // Where no round counts, every begun one is judged for completeness.
      const isJudged = last < 0 ? this.rounds.list[round]!.begun : this.counts(round, unit);
      if (isJudged) lacking += columns[round]!.lacking[unit]!;
      const isIn = last >= 0 && isJudged && (!isLast || round === last);
      const weight = isIn ? this.numberWeights[round]! : 0;
      const at = round * size + unit;
      if (weights[at] !== weight) changed = true;
      weights[at] = weight;
      sum += weight;
    }
    this.lacking[unit] = lacking;
    this.divisors[unit] = this.divides ? Math.max(1, sum) : 1;
    return changed;
  }

  private combine(out: Column, sources: readonly Column[], start: number, from: number, to: number): void {
    if (!this.isNumbers) {
      for (let unit = from; unit < to; unit++) out[start + unit] = this.exactly(sources, start, unit);
      return;
    }
    const { weights, divisors, size, shape } = this;
    for (let unit = from; unit < to; unit++) {
      let sum = 0;
      for (let round = 0; round < sources.length; round++) {
        sum += weights[round * size + unit]! * (sources[round]![start + unit] as number);
      }
      const divisor = divisors[unit]!;
      // Rounding works on the magnitude, and a minus criterion or no floor may leave less than nothing.
      out[start + unit] =
        divisor === 1 ? sum : sum < 0 ? -divideRounded(-sum, divisor, shape) : divideRounded(sum, divisor, shape);
    }
  }

  /** The same in bigints, with the weights as they are: as doubles they may be off. */
  private exactly(sources: readonly Column[], start: number, unit: number): Whole {
    let sum = 0n;
    let whole = 0n;
    sources.forEach((source, round) => {
      const weight = this.weights[round * this.size + unit] === 0 ? 0n : this.wholeWeights[round]!;
      sum += weight * BigInt(source[start + unit]!);
      whole += weight;
    });
    const d = this.isDivided && whole > 0n ? whole : 1n;
    return roundToUnits({ n: sum, d }, 0, this.scale.mode);
  }
}
