import { powerOfTen } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import {
  contentOf,
  maxColumn,
  rescaleOf,
  sumWhere,
  unassignedWorth,
  type PointColumn,
  type Share,
} from '../plan/assigned-reach.js';
import type { Condition, FigureField } from '../plan/condition.js';
import {
  bonusOf,
  partsOf,
  penaltyOf,
  type PlanRounds,
  type PlanScale,
  type PlanSection,
  type PlanUnit,
} from '../plan/plan.js';
import { scaledUp } from '../standings/unassigned-criteria.js';
import type { Interval } from './interval.js';

/** From the least to the most a figure can be, in units of 10^-digits. */
export interface Range {
  low: bigint;
  high: bigint;
}

const NOTHING: Range = { low: 0n, high: 0n };

const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, high: a.high + b.high });
const minus = (a: Range, b: Range): Range => ({ low: a.low - b.high, high: a.high - b.low });
const each = ({ low, high }: Range, of: (value: bigint) => bigint): Range => ({ low: of(low), high: of(high) });

/** `value` raised to `least`, then cut to `most`. */
function within(value: bigint, least: bigint | null, most: bigint | null): bigint {
  const raised = least !== null && value < least ? least : value;
  return most !== null && raised > most ? most : raised;
}

/** Whether a section's condition can hold for a unit with such bounds. */
export type MayHold = (when: Condition, bounds: UnitBounds) => boolean;

/**
 * What the figures of a unit can be, whatever is entered: in one round, and of all rounds made one. Bounds are certain;
 * that both ends can be reached at once is not.
 */
export class UnitBounds {
  /** By section: what its criteria and groups come to before its own bounds. */
  readonly sums: Range[] = [];
  private readonly sections: Range[] = [];
  private readonly base: Range;
  private readonly total: Range;

  /** `reaches` are the most points each criterion can give, by index. */
  constructor(
    private readonly scale: PlanScale,
    private readonly unit: Pick<PlanUnit, 'scale' | 'notAssigned'>,
    private readonly reaches: PointColumn,
    private readonly rounds: PlanRounds | undefined,
    mayHold: MayHold,
  ) {
    const rescale = rescaleOf(unit);
    const { mode, floor, ceiling } = scale;
    const scaled = (range: Range, share: Share | undefined): Range =>
      share === undefined ? range : each(range, (value) => scaledUp(value, share, mode));
    for (const part of partsOf(scale)) {
      const range = scaled(this.add(part), rescale?.parts[part.index]);
      this.sections[part.index] = each(range, (value) => within(value, null, part.max));
    }
    const parts = partsOf(scale).map(({ index }) => this.sections[index]!);
    this.base = scaled(parts.reduce(plus, NOTHING), rescale?.base);
    // Their conditions look at the parts alone, which are known by now.
    this.total = NOTHING;
    for (const section of [bonusOf(scale), penaltyOf(scale)]) {
      const range = this.add(section);
      const { when } = section;
      const own = when === undefined ? range : mayHold(when, this) ? { low: 0n, high: range.high } : NOTHING;
      this.sections[section.index] = own;
    }
    const [bonus, penalty] = [this.sections[scale.parts]!, this.sections[scale.parts + 1]!];
    this.total = each(minus(plus(this.base, bonus), penalty), (value) => within(value, floor, ceiling));
  }

  /** The figure of the whole; `alone`: of one round. */
  figure(field: FigureField, code: string, alone = false): Interval {
    const range = this.rangeOf(field, code);
    const { low, high } = alone ? range : this.combined(range);
    const d = powerOfTen(this.scale.digits);
    return { low: { n: low, d }, high: { n: high, d } };
  }

  /** The most points of the whole, exactly. */
  most(field: FigureField, code = ''): Rational {
    return this.figure(field, code).high as Rational;
  }

  private rangeOf(field: FigureField, code: string): Range {
    const { scale, sections } = this;
    if (field === 'total') return this.total;
    if (field === 'base') return this.base;
    if (field === 'bonus') return sections[scale.parts]!;
    if (field === 'penalty') return sections[scale.parts + 1]!;
    if (field === 'criterion') return this.criterion(scale.byCode.get(code)!.index);
    return sections[scale.sectionOf.get(code)!.index]!;
  }

  private combined(range: Range): Range {
    if (this.rounds === undefined) return range;
    const { how, missing, list } = this.rounds;
    const begun = list.filter((round) => round.begun);
    if (begun.length === 0) return NOTHING;
    const isSure = missing === 'zero' && (how !== 'weighted' || begun.some(({ weight }) => weight.n > 0n));
    // Where it may be that no round counts, the whole may be 0.
    const { low, high } = isSure ? range : { low: min(range.low, 0n), high: max(range.high, 0n) };
    if (how !== 'sum') return { low, high };
    const count = BigInt(begun.length);
    return isSure
      ? { low: low * count, high: high * count }
      : { low: min(low * count, 0n), high: max(high * count, 0n) };
  }

  private criterion(index: number): Range {
    const { notAssigned } = this.unit;
    if (!notAssigned.has(index)) return { low: 0n, high: BigInt(this.reaches[index]!) };
    const worth = unassignedWorth(this.scale, this.scale.criteria[index]!);
    return { low: worth, high: worth };
  }

  /** What the criteria that stand in a section itself come to: those not assigned are worth what they are. */
  private own(section: PlanSection): Range {
    const { scale, reaches, unit } = this;
    const { plus: added, minus: subtracted } = contentOf(scale, section);
    const isAssigned = (index: number): boolean => !unit.notAssigned.has(index);
    const worth = (index: number): boolean => !isAssigned(index) && unassignedWorth(scale, scale.criteria[index]!) > 0n;
    const certain = scale.notAssigned === 'full' ? sumWhere(added, maxColumn(scale), worth) : 0n;
    return {
      low: certain - sumWhere(subtracted, reaches, isAssigned),
      high: certain + sumWhere(added, reaches, isAssigned),
    };
  }

  /** A section raised to its min and cut to its max; its groups are kept on the way. */
  private add(section: PlanSection): Range {
    const { index, min: least, max: most, groups } = section;
    let sum = this.own(section);
    for (const group of groups) sum = plus(sum, this.add(this.scale.sections[group]!));
    this.sums[index] = sum;
    return (this.sections[index] = each(sum, (value) => within(value, least, most)));
  }
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
