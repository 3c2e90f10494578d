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
  const own = criteriaBySection(scale);
  const reach = (counts: (criterion: PlanCriterion) => boolean): bigint[] =>
    partsOf(scale).map((part) => reachOf(scale, own, part, counts));
  let full = fullReach.get(scale);
  if (full === undefined) fullReach.set(scale, (full = reach(() => true)));
  return { full, assigned: notAssigned.size === 0 ? full : reach(({ index }) => !notAssigned.has(index)) };
}

/** The same for every unit of a scale, so worked out once. */
const fullReach = new WeakMap<PlanScale, readonly bigint[]>();

function reachOf(
  scale: PlanScale,
  own: ReadonlyMap<number, PlanCriterion[]>,
  section: PlanSection,
  counts: (criterion: PlanCriterion) => boolean,
): bigint {
  let sum = 0n;
  for (const criterion of own.get(section.index) ?? []) {
    if (criterion.sign === 'plus' && counts(criterion)) sum += criterion.maxUnits;
  }
  for (const group of section.groups) sum += reachOf(scale, own, scale.sections[group]!, counts);
  return section.max !== null && sum > section.max ? section.max : sum;
}

const bySection = new WeakMap<PlanScale, Map<number, PlanCriterion[]>>();

function criteriaBySection(scale: PlanScale): Map<number, PlanCriterion[]> {
  let known = bySection.get(scale);
  if (known === undefined) {
    known = new Map();
    for (const criterion of scale.criteria) {
      const own = known.get(criterion.section);
      if (own === undefined) known.set(criterion.section, [criterion]);
      else own.push(criterion);
    }
    bySection.set(scale, known);
  }
  return known;
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
