import { SAFE, wholeOf, type Whole } from '../number/whole.js';
import type { Kernel } from '../rules/kernels/kernel.js';
import type { PlanCriterion, PlanScale, PlanSection } from './plan.js';

/** A section as it is added up: the criteria that stand in it itself, then its groups. In units of 10^-digits. */
export interface Place {
  /** The first of its own criteria, by index; one past the last. */
  first: number;
  end: number;
  /** Its groups, by section. */
  groups: readonly number[];
  /** -Infinity and Infinity for no bound. */
  min: Whole;
  max: Whole;
  /** By own criterion: 1, or -1 for one that is subtracted. Undefined where none is and there are no groups. */
  signs: Int8Array | undefined;
}

/** A scale as the columns of its units are laid out. All bounds are in units of 10^-digits. */
export interface Layout {
  scale: PlanScale;
  /** By criterion index; undefined where every entry is worked out exactly. */
  kernels: readonly (Kernel | undefined)[];
  /** By section: the parts, then the bonus, then the penalty, then the groups. */
  places: readonly Place[];
  /** Every section, those inside another before it. */
  inwardsOut: readonly number[];
  /** By criterion index: the sections around it, innermost first. */
  around: readonly (readonly number[])[];
  /** By criterion index: the sections it can move, which are those, and the bonus and the penalty where they ask for anything. */
  moves: readonly (readonly number[])[];
  floor: Whole;
  ceiling: Whole;
  /** No sum, cut or not, is larger. */
  most: bigint;
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
  const { criteria, sections, digits, mode } = scale;
  const most = mostOf(scale);
  const wide = most >= BigInt(SAFE);
  const around = criteria.map(({ section }) => outwards(sections, section));
  const gated = sections.filter(({ when }) => when !== undefined).map(({ index }) => index);
  return {
    scale,
    kernels: criteria.map(({ rule }) => (wide ? undefined : rule?.kernel?.({ digits, mode }))),
    places: sections.map((section) => placeOf(section, criteria, wide)),
    // Groups follow those around them, so the other way round each comes before what it stands in.
    inwardsOut: [...sections.slice(scale.parts + 2).reverse(), ...sections.slice(0, scale.parts + 2)].map(
      ({ index }) => index,
    ),
    around,
    moves: around.map((own) => [...own, ...gated.filter((section) => !own.includes(section))]),
    floor: scale.floor === null ? -Infinity : asWhole(scale.floor, wide),
    ceiling: scale.ceiling === null ? Infinity : asWhole(scale.ceiling, wide),
    most,
    wide,
  };
}

const asWhole = (value: bigint, wide: boolean): Whole => (wide ? value : wholeOf(value));

function placeOf({ index, min, max, groups }: PlanSection, criteria: readonly PlanCriterion[], wide: boolean): Place {
  const own = criteria.filter(({ section }) => section === index);
  const first = own[0]?.index ?? 0;
  const plain = groups.length === 0 && own.every(({ sign }) => sign === 'plus') && (min === null || min === 0n);
  return {
    first,
    end: first + own.length,
    groups,
    min: min === null ? -Infinity : asWhole(min, wide),
    // A max beyond every sum there can be never cuts, and might be no safe number.
    max: max === null || (!wide && max >= BigInt(SAFE)) ? Infinity : asWhole(max, wide),
    signs: plain ? undefined : Int8Array.from(own, ({ sign }) => (sign === 'minus' ? -1 : 1)),
  };
}

function outwards(sections: readonly PlanSection[], section: number): number[] {
  const found: number[] = [];
  for (let at: number | null = section; at !== null; at = sections[at]!.parent) found.push(at);
  return found;
}

/** That of every criterion's max and every bound that lifts. */
function mostOf({ criteria, sections, floor, ceiling, notAssigned }: PlanScale): bigint {
  let most = 0n;
  for (const { maxUnits } of criteria) most += maxUnits;
  // A least may lift many sections at once; a max only cuts.
  for (const { min } of sections) most += min ?? 0n;
  // A base scaled up for what is not assigned is a product of two sums.
  if (notAssigned === 'rescaleBase') most *= most;
  for (const bound of [floor, ceiling]) if (bound !== null) most += bound < 0n ? -bound : bound;
  return most;
}
