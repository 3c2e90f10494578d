import type { Criterion, Decimal, Scale, Section } from '../file.js';
import { criteriaOf } from '../model.js';
import { conditionOf, sourcesWithin } from './condition.js';
import { Digits } from './digits.js';
import type { RawCriterion, RawScale, RawSection } from './raw.js';
import { ruleOf } from './rule.js';

const LETTERS = ['a', 'b', 'đ', 'ê', 'ư', 'g'];
export const TRAITS = ['mien-nui', 'biên-giới'];
/** Small scales are read by a person when a case fails. */
const MOST_CRITERIA = 4;

export function scaleOf(raw: RawScale, at: number, scoredBy: string[], listedFacts: string[]): Scale {
  const d = new Digits(raw.settings);
  const parts = raw.parts.map((part, index) => sectionOf(part, ['I', 'II'][index]!, true, scoredBy));
  // Rewards are for units that lack nothing, which is rare in small files unless little is asked of them.
  if (d.oneIn(2)) for (const one of parts.flatMap(criteriaOf)) one.mandatory = false;
  const sources = sourcesWithin(parts, listedFacts);
  const beside = (section: RawSection | null, code: string, when: RawScale['bonusWhen']): Section | undefined => {
    if (section === null) return undefined;
    const { code: _, name: __, min: ___, ...rest } = sectionOf(section, code, code === 'B', scoredBy, true);
    return { ...rest, ...(when && { when: conditionOf(when, sources) }) };
  };
  const bonus = beside(raw.bonus, 'B', raw.bonusWhen);
  const penalty = beside(raw.penalty, 'P', raw.penaltyWhen);
  const digits = d.of(2, 1, 0, 3);
  const mode = d.of('halfUp', 'halfEven', 'down', 'up');
  return {
    code: `thang-${at + 1}`,
    version: 1,
    name: 'Thang điểm',
    ...(digits + d.take(2) !== 2 && { rounding: { digits, mode } }),
    ...(d.oneIn(3) && { floor: d.of(null, 5) }),
    ...(d.oneIn(4) && { ceiling: d.of(12, 8, null) }),
    ...(!d.oneIn(5) && { notAssigned: d.of('rescalePart', 'rescaleBase', 'full', 'drop') }),
    parts,
    ...(bonus && { bonus }),
    ...(penalty && { penalty }),
  };
}

/** A section that has at least one plus criterion, and no limit that it cannot reach. */
function sectionOf(raw: RawSection, code: string, minus: boolean, scoredBy: string[], beside = false): Section {
  let left = MOST_CRITERIA;
  const criteria = (of: RawSection, within: string, plusFirst: boolean): Criterion[] => {
    const some = of.criteria.slice(0, left);
    left -= some.length;
    return some.map((one, at) =>
      criterionOf(one, `${within}.${LETTERS[at]}`, minus && !(plusFirst && at === 0), scoredBy),
    );
  };
  const group = (of: RawSection, own: string): Section[] => {
    const inner = { criteria: criteria(of, own, false), groups: groups(of, own) };
    return inner.criteria.length + inner.groups.length === 0
      ? []
      : [limited({ code: own, name: own, ...inner }, of.limits)];
  };
  const groups = (of: RawSection, within: string): Section[] =>
    of.groups.flatMap((one, at) => group(one, `${within}.${at + 1}`));

  const own = raw.criteria.length > 0 ? raw : { ...raw, criteria: [PLAIN] };
  const whole = { code, name: code, criteria: criteria(own, code, true), groups: groups(own, code) };
  const section = limited(whole, raw.limits);
  if (!beside) return { ...section, max: section.max ?? reachOf(section) };
  return new Digits(raw.limits).oneIn(3) ? { ...section, max: 3 } : section;
}

const PLAIN: RawCriterion = { kind: 'direct', seed: 0, settings: 0 };

function limited(section: Section, limits: number): Section {
  const d = new Digits(limits);
  const reach = reachOf(section);
  const max = [undefined, reach, Math.max(1, reach - 1), Math.ceil(reach / 2)][d.take(4)];
  const min = [undefined, null, Math.min(1, reach), Math.min(2, reach, max ?? reach)][d.take(4)];
  const { groups, ...rest } = section;
  return {
    ...rest,
    ...(reach > 0 && max !== undefined && { max }),
    ...(min !== undefined && { min: min === null ? null : Math.min(min, max ?? min) }),
    ...(groups!.length > 0 && { groups }),
  };
}

const reachOf = (section: Section): number =>
  [
    ...section.criteria!.map(({ sign, max }) => (sign === 'minus' ? 0 : Number(max))),
    ...(section.groups ?? []).map((group) => Math.min(reachOf(group), Number(group.max ?? Infinity))),
  ].reduce((a, b) => a + b, 0);

function criterionOf(
  { kind, seed, settings }: RawCriterion,
  code: string,
  mayBeMinus: boolean,
  scoredBy: string[],
): Criterion {
  const d = new Digits(settings);
  const max = d.of(4, 10, 3, 6);
  const traits = { any: d.of(TRAITS, [TRAITS[0]!]), none: [TRAITS[1]!] };
  const appliesTo = [undefined, undefined, undefined, { any: traits.any }, { none: traits.none }, traits][d.take(6)];
  const written: Decimal = d.oneIn(4) ? String(max) : max;
  return {
    code,
    name: code,
    max: written,
    ...(mayBeMinus && d.oneIn(4) && { sign: 'minus' as const }),
    ...(d.oneIn(3) && { scoredBy: d.of(...scoredBy) }),
    ...(d.oneIn(4) && { evidence: 'required' as const }),
    ...(d.oneIn(2) && { mandatory: d.of(false, false, true) }),
    ...(appliesTo && { appliesTo }),
    rule: ruleOf(kind, new Digits(seed), max),
  };
}
