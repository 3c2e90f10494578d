import { readDecimal } from '../number/decimal.js';
import { exactUnits } from '../number/fixed.js';
import { SAFE, wholeOf, type Whole } from '../number/whole.js';
import type { PlanScale } from './plan.js';
import type { Kernel } from '../rules/kernels/kernel.js';

/** A part, the bonus or the penalty: criteria that stand side by side in scale order, and what their sum is cut to. */
export interface Place {
  first: number;
  /** One past the last. */
  end: number;
  /** In units of 10^-digits; Infinity for no bound. */
  max: Whole;
}

/** A scale as the columns of its units are laid out. All bounds are in units of 10^-digits. */
export interface Layout {
  scale: PlanScale;
  /** By criterion index; undefined where every entry is worked out exactly. */
  kernels: readonly (Kernel | undefined)[];
  /** The parts, then the bonus, then the penalty. */
  places: readonly Place[];
  /** By criterion index: its place. */
  placeOf: readonly number[];
  floor: Whole;
  ceiling: Whole;
  /** True when some sum of the scale is no safe integer: then it is added up in bigints. */
  wide: boolean;
}

const layouts = new WeakMap<PlanScale, Layout>();

/** A scale's layout, made once. */
export function layoutOf(scale: PlanScale): Layout {
  let layout = layouts.get(scale);
  if (layout === undefined) layouts.set(scale, (layout = makeLayout(scale)));
  return layout;
}

function makeLayout(scale: PlanScale): Layout {
  const { criteria, parts, digits, mode } = scale;
  const bounds = [...parts.map(({ max }) => max), scale.bonusMax, scale.penaltyMax];
  const placeOf = criteria.map(({ place }) =>
    place === 'bonus' ? parts.length : place === 'penalty' ? parts.length + 1 : place,
  );
  const wide = isWide(scale);
  return {
    scale,
    kernels: criteria.map(({ rule }) => (wide ? undefined : rule?.kernel?.({ digits, mode }))),
    places: bounds.map((max, place) => {
      const first = placeOf.filter((each) => each < place).length;
      const end = first + placeOf.filter((each) => each === place).length;
      return { first, end, max: max === null ? Infinity : asWhole(max, wide) };
    }),
    placeOf,
    floor: scale.floor === null ? -Infinity : asWhole(scale.floor, wide),
    ceiling: scale.ceiling === null ? Infinity : asWhole(scale.ceiling, wide),
    wide,
  };
}

const asWhole = (value: bigint, wide: boolean): Whole => (wide ? value : wholeOf(value));

/** No sum, cut or not, is larger than that of every criterion's max, unless a floor lifts it. */
function isWide({ criteria, digits, floor, ceiling }: PlanScale): boolean {
  let most = 0n;
  for (const { max } of criteria) {
    const decimal = readDecimal(max);
    most += (typeof decimal === 'string' ? null : exactUnits(decimal, digits)) ?? 0n;
  }
  for (const bound of [floor, ceiling]) if (bound !== null) most += bound < 0n ? -bound : bound;
  return most >= BigInt(SAFE);
}
