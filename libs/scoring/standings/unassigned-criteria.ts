import { roundToUnits, type RoundingMode } from '../number/rounding.js';
import { rescaleOf, type Rescale, type Share } from '../plan/assigned-reach.js';
import { partsOf, type PlanScale, type PlanUnit } from '../plan/plan.js';
import type { Column, Sums } from './sums.js';

/** What scales up the parts, or the base, of units to which not every criterion is assigned. */
export class UnassignedCriteria {
  private constructor(
    private readonly scale: PlanScale,
    /** By unit. */
    private readonly rescales: readonly (Rescale | undefined)[],
    private readonly sums: Sums,
  ) {}

  /** Undefined where nothing is scaled up. */
  static of(scale: PlanScale, units: readonly PlanUnit[], sums: Sums): UnassignedCriteria | undefined {
    const rescales = units.map(rescaleOf);
    return rescales.every((each) => each === undefined) ? undefined : new UnassignedCriteria(scale, rescales, sums);
  }

  /** Scales up the parts just added up, or the one named; what is no part is left alone. */
  rescaleParts(from: number, to: number, only?: number): void {
    const size = this.rescales.length;
    for (let unit = from; unit < to; unit++) {
      this.rescales[unit]?.parts.forEach((share, part) => {
        if (share === undefined || (only !== undefined && only !== part)) return;
        this.scaleUp(this.sums.places, part * size + unit, share, partsOf(this.scale)[part]!.max);
      });
    }
  }

  rescaleBase(from: number, to: number): void {
    for (let unit = from; unit < to; unit++) {
      const share = this.rescales[unit]?.base;
      if (share !== undefined) this.scaleUp(this.sums.base, unit, share, null);
    }
  }

  private scaleUp(column: Column, at: number, share: Share, max: bigint | null): void {
    const scaled = scaledUp(BigInt(column[at]!), share, this.scale.mode);
    this.sums.put(column, at, max !== null && scaled > max ? max : scaled);
  }
}

/** S·F/A, rounded, in the units of S; 0 where nothing is assigned. */
export const scaledUp = (points: bigint, { assigned, full }: Share, mode: RoundingMode): bigint =>
  assigned === 0n ? 0n : roundToUnits({ n: points * full, d: assigned }, 0, mode);
