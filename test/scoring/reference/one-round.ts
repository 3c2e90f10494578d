import { holds } from './conditions.js';
import type { Effective } from './effective.js';
import type { Figures } from './figures.js';
import type { Criterion, Scale, Section, Unit } from './file.js';
import { criteriaOf, rounded, sectionsOf, type Model } from './model.js';
import { add, compare, decimal, divide, greatest, least, multiply, subtract, sum, ZERO } from './rational.js';
import type { Rational } from './rational.js';
import { reachOf, worthOf } from './sections.js';

/** The figures of a unit from the entries of one round. */
export function figuresOf(
  unit: Unit,
  scale: Scale,
  effective: Map<string, Effective>,
  facts: ReadonlySet<string>,
  model: Model,
): Figures {
  const assigned = (criterion: Criterion): boolean => model.isAssigned(unit, criterion);
  const inParts = new Set(scale.parts.flatMap(criteriaOf));
  const worthOfOne = (criterion: Criterion): Rational => {
    if (assigned(criterion)) return effective.get(criterion.code)?.points ?? ZERO;
    const full = scale.notAssigned === 'full' && inParts.has(criterion) && criterion.sign !== 'minus';
    return full ? decimal(criterion.max) : ZERO;
  };
  const groups = new Map<string, Rational>();
  const sectionWorth = (section: Section): Rational => worthOf(section, worthOfOne, (code, x) => groups.set(code, x));

  const all = sectionsOf(scale).flatMap(criteriaOf);
  const worth = new Map(all.map((criterion) => [criterion.code, worthOfOne(criterion)]));
  const { parts, base } = baseOf(scale, scale.parts.map(sectionWorth), assigned);
  const subject = {
    unit: unit.code,
    params: unit.params ?? {},
    figures: { parts, base, groups, worth },
    effective,
    facts,
  };
  const whenHolds = (section: Section | undefined): Rational => {
    if (section === undefined) return ZERO;
    const own = sectionWorth(section);
    return section.when === undefined || holds(section.when, subject, model) ? own : ZERO;
  };
  const bonus = whenHolds(scale.bonus);
  const penalty = whenHolds(scale.penalty);
  return {
    total: totalOf(scale, subtract(add(base, bonus), penalty)),
    base,
    bonus,
    penalty,
    parts,
    groups,
    worth,
    criteria: new Map(all.flatMap(({ code }) => (effective.has(code) ? [[code, effective.get(code)!]] : []))),
    missing: all
      .filter((one) => (one.mandatory ?? (inParts.has(one) && one.sign !== 'minus')) && assigned(one))
      .map(({ code }) => code)
      .filter((code) => !effective.has(code)),
    attainable: sum(
      scale.parts.map((part) => reachOf(part, (scale.notAssigned ?? 'drop') === 'drop' ? assigned : () => true)),
    ),
  };
}

/** Parts and base from the worths of the parts, made up for what is not assigned where the scale wants it. */
function baseOf(
  scale: Scale,
  worths: Rational[],
  assigned: (criterion: Criterion) => boolean,
): { parts: Map<string, Rational>; base: Rational } {
  const possible = scale.parts.map((part) => reachOf(part, assigned));
  const full = scale.parts.map((part) => reachOf(part, () => true));
  const parts = scale.parts.map((part, at) => {
    const worth = worths[at]!;
    if (scale.notAssigned !== 'rescalePart') return worth;
    return least(rescaled(scale, worth, possible[at]!, full[at]!), decimal(part.max!));
  });
  const base = scale.notAssigned === 'rescaleBase' ? rescaled(scale, sum(parts), sum(possible), sum(full)) : sum(parts);
  return { parts: new Map(scale.parts.map((part, at) => [part.code!, parts[at]!])), base };
}

function rescaled(scale: Scale, worth: Rational, possible: Rational, full: Rational): Rational {
  if (compare(possible, full) === 0) return worth;
  if (possible.n === 0n) return ZERO;
  return rounded(scale, divide(multiply(worth, full), possible));
}

function totalOf(scale: Scale, sumOfAll: Rational): Rational {
  const floor = scale.floor === undefined ? 0 : scale.floor;
  const raised = floor === null ? sumOfAll : greatest(sumOfAll, decimal(floor));
  return scale.ceiling === undefined || scale.ceiling === null ? raised : least(raised, decimal(scale.ceiling));
}
