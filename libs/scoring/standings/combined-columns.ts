import { fromInteger, type Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import { commonTens, SAFE, type Whole } from '../number/whole.js';
import { layoutOf } from '../plan/layout.js';
import type { PlanRounds, PlanScale } from '../plan/plan.js';
import { divideRounded, largestDivisor, SHAPES } from '../rules/kernels/kernel.js';
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
  /** By round and unit: what the round weighs, in whole numbers; 0 where it does not count for the unit. */
  private readonly weights: Float64Array;
  /** By unit: what the weighted sum is divided by. */
  private readonly divisors: Float64Array;
  /** By round: its weight, all in the same whole units. */
  private readonly wholeWeights: readonly bigint[];
  private readonly isNumbers: boolean;

  constructor(
    private readonly rounds: PlanRounds,
    private readonly columns: readonly UnitColumns[],
  ) {
    const [first] = columns;
    const { scale, size, digits } = first!;
    this.scale = scale;
    this.size = size;
    this.digits = digits;
    this.lacking = new Int32Array(size);
    this.weights = new Float64Array(rounds.list.length * size);
    this.divisors = new Float64Array(size).fill(1);
    const weighted = rounds.how === 'weighted';
    const tens = commonTens(...rounds.list.map(({ weight }) => weight));
    const whole = rounds.list.map(({ weight }) => (weighted ? weight.n * (tens / weight.d) : 1n));
    this.wholeWeights = whole;
    const sum = whole.reduce((all, each) => all + each, 0n);
    const most = layoutOf(scale).most;
    // Within these bounds sums of doubles, and their division, are exact.
    this.isNumbers =
      first!.sums.total instanceof Float64Array &&
      most * sum < BigInt(SAFE) &&
      sum <= BigInt(largestDivisor(Number(most)));
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
    for (let unit = from; unit < to; unit++) this.weigh(unit);
    for (const name of ['points', 'places', 'base', 'total'] as const) {
      const length = this.sums[name].length;
      for (let start = 0; start < length; start += this.size) this.combine(name, start, from, to);
    }
  }

  figure(key: FigureKey): Figure {
    return figureOf(this.scale, this.sums, this.size, key);
  }

  /** Rounds that count for a unit; of completeness, every begun one where none does. */
  private weigh(unit: number): void {
    const { list, how } = this.rounds;
    const counting = list.filter(({ index }) => this.counts(index, unit));
    const last = counting.at(-1)?.index;
    let sum = 0;
    for (const { index } of list) {
      const isIn = counting.some((each) => each.index === index) && (how !== 'last' || index === last);
      const weight = isIn ? Number(this.wholeWeights[index]!) : 0;
      this.weights[index * this.size + unit] = weight;
      sum += weight;
    }
    this.divisors[unit] = this.isDivided ? Math.max(1, sum) : 1;
    const judged = counting.length > 0 ? counting : list.filter(({ begun }) => begun);
    this.lacking[unit] = judged.reduce((all, { index }) => all + this.columns[index]!.lacking[unit]!, 0);
  }

  private combine(name: 'points' | 'places' | 'base' | 'total', start: number, from: number, to: number): void {
    const out = this.sums[name];
    const sources = this.columns.map(({ sums }) => sums[name]);
    if (!this.isNumbers) {
      for (let unit = from; unit < to; unit++) out[start + unit] = this.exactly(sources, start, unit);
      return;
    }
    const { weights, divisors, size } = this;
    const shape = SHAPES[this.scale.mode];
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
