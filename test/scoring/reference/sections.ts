import type { Criterion, Section } from './file.js';
import { add, decimal, greatest, least, subtract, ZERO, type Rational } from './rational.js';

/** The sum of a section's criteria and groups, between its limits. Tells `tell` of every group, the inner ones first. */
export function worthOf(
  section: Section,
  points: (criterion: Criterion) => Rational,
  tell: (group: string, worth: Rational) => void = () => {},
): Rational {
  return limited(section, points, tell, true);
}

/** What a section is worth where the criteria of a kind have their max: `min` is left out, minus criteria are nothing. */
export const reachOf = (section: Section, has: (criterion: Criterion) => boolean): Rational =>
  limited(
    section,
    (one) => (one.sign !== 'minus' && has(one) ? decimal(one.max) : ZERO),
    () => {},
    false,
  );

function limited(
  section: Section,
  points: (criterion: Criterion) => Rational,
  tell: (group: string, worth: Rational) => void,
  raised: boolean,
): Rational {
  let worth = ZERO;
  for (const one of section.criteria ?? []) {
    worth = one.sign === 'minus' ? subtract(worth, points(one)) : add(worth, points(one));
  }
  for (const group of section.groups ?? []) {
    const inner = limited(group, points, tell, raised);
    tell(group.code!, inner);
    worth = add(worth, inner);
  }
  if (raised && section.min !== null) worth = greatest(worth, decimal(section.min ?? 0));
  return section.max === undefined ? worth : least(worth, decimal(section.max));
}
