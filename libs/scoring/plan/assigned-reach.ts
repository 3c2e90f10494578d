import { CriterionSet } from './criterion-set.js';
import { layoutOf } from './layout.js';
import { partsOf, topOf, type PlanCriterion, type PlanScale, type PlanSection, type PlanUnit } from './plan.js';

/**
 * What the parts of a scale could come to for one unit (spec, "Criteria that are not assigned"), in units of 10^-digits:
 * `assigned` if every criterion assigned to it had its max, `full` if every criterion had. By part.
 */
export interface AssignedReach {
  assigned: readonly bigint[];
  full: readonly bigint[];
}

export function assignedReach({ scale, notAssigned }: Pick<PlanUnit, 'scale' | 'notAssigned'>): AssignedReach {
  let known = reaches.get(scale);
  if (known === undefined) reaches.set(scale, (known = new WeakMap()));
  let reach = known.get(notAssigned);
  if (reach === undefined) known.set(notAssigned, (reach = findReach(scale, notAssigned)));
  return reach;
}

/** Worked out once for units to which the same criteria are not assigned. */
const reaches = new WeakMap<PlanScale, WeakMap<CriterionSet, AssignedReach>>();

function findReach(scale: PlanScale, notAssigned: CriterionSet): AssignedReach {
  const reach = (): bigint[] => partsOf(scale).map((part) => reachOf(scale, part, notAssigned));
  if (notAssigned.size > 0) {
    return { full: assignedReach({ scale, notAssigned: CriterionSet.EMPTY }).full, assigned: reach() };
  }
  const full = reach();
  return { full, assigned: full };
}

function reachOf(scale: PlanScale, section: PlanSection, notAssigned: CriterionSet): bigint {
  const { plus } = contentOf(scale, section);
  let sum = sumWhere(plus, maxColumn(scale), (index) => !notAssigned.has(index));
  for (const group of section.groups) sum += reachOf(scale, scale.sections[group]!, notAssigned);
  return section.max !== null && sum > section.max ? section.max : sum;
}

/** The criteria that stand in a section itself, by index: those that add to it, and those that are subtracted. */
export interface Content {
  plus: number[];
  minus: number[];
}

const contents = new WeakMap<PlanScale, Content[]>();

export function contentOf(scale: PlanScale, { index: section }: PlanSection): Content {
  let known = contents.get(scale);
  if (known === undefined) {
    known = scale.sections.map((): Content => ({ plus: [], minus: [] }));
    for (const { index, section: own, sign } of scale.criteria) known[own]![sign].push(index);
    contents.set(scale, known);
  }
  return known[section]!;
}

/** Points by criterion, in units of 10^-digits: doubles where every sum of the scale is safe. */
export type PointColumn = Float64Array | readonly bigint[];

export const columnOf = (scale: PlanScale, points: readonly bigint[]): PointColumn =>
  layoutOf(scale).wide ? points : Float64Array.from(points, Number);

const maxColumns = new WeakMap<PlanScale, PointColumn>();

export function maxColumn(scale: PlanScale): PointColumn {
  let known = maxColumns.get(scale);
  if (known === undefined) {
    known = columnOf(
      scale,
      scale.criteria.map(({ maxUnits }) => maxUnits),
    );
    maxColumns.set(scale, known);
  }
  return known;
}

/** The sum of some of these criteria: this is asked for every kind of units, criterion by criterion. */
export function sumWhere(indices: readonly number[], points: PointColumn, counts: (index: number) => boolean): bigint {
  if (points instanceof Float64Array) {
    let sum = 0;
    for (let i = 0; i < indices.length; i++) if (counts(indices[i]!)) sum += points[indices[i]!]!;
    return BigInt(sum);
  }
  return indices.reduce((sum, index) => (counts(index) ? sum + points[index]! : sum), 0n);
}

const totalOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** What the parts could give a unit: of what is assigned to it where the rest is dropped, else of everything. */
export function attainableOf(unit: Pick<PlanUnit, 'scale' | 'notAssigned'>): bigint {
  const { assigned, full } = assignedReach(unit);
  return totalOf(unit.scale.notAssigned === 'drop' ? assigned : full);
}

/** What a criterion that is not assigned is worth: its max under `full`, in the parts and where it is added. */
export function unassignedWorth(scale: PlanScale, { section, sign, maxUnits }: PlanCriterion): bigint {
  const isAdded = sign === 'plus' && topOf(scale, section).kind === 'part';
  return scale.notAssigned === 'full' && isAdded ? maxUnits : 0n;
}

/** How a unit's parts are scaled up for what is not assigned to it: S·full/assigned; undefined where nothing is. */
export interface Rescale {
  /** By part; undefined for a part that stays as it is. */
  parts: readonly (Share | undefined)[];
  /** Of all parts together. */
  base: Share | undefined;
}

export interface Share {
  assigned: bigint;
  full: bigint;
}

const shareOf = (own: bigint, all: bigint): Share | undefined =>
  own === all ? undefined : { assigned: own, full: all };

export function rescaleOf(unit: Pick<PlanUnit, 'scale' | 'notAssigned'>): Rescale | undefined {
  const mode = unit.scale.notAssigned;
  if (unit.notAssigned.size === 0 || (mode !== 'rescalePart' && mode !== 'rescaleBase')) return undefined;
  const { assigned, full } = assignedReach(unit);
  if (mode === 'rescaleBase') return { parts: [], base: shareOf(totalOf(assigned), totalOf(full)) };
  return { parts: full.map((all, part) => shareOf(assigned[part]!, all)), base: undefined };
}
