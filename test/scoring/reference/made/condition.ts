import type { Condition, Criterion, Scale, Section } from '../file.js';
import { criteriaOf, sectionsOf } from '../model.js';
import { Digits } from './digits.js';
import type { RawCondition } from './raw.js';
import { PARAM } from './rule.js';

/** With `x` and `y`, K and L. What divides looks first whether it may. */
const FORMS = [
  'x >= K',
  'x > y',
  'x + y >= K',
  'x >= K && y < L',
  'x >= K || y >= L',
  '!(x < K)',
  '(x >= y ? x - L : y) > K',
  'min(x, y) >= K',
  'abs(x - y) <= K',
  'y != 0 && x / y >= 1',
  'x == 0 || 2 * y / x <= K',
  'floor(x / 2) * 2 != ceil(x)',
];
const BOUNDS = [1, 0, 2, 3, 5, 8, 10, 15, 20, '0.5', '2.5'];

export function conditionOf(raw: RawCondition, sources: string[]): Condition {
  const d = new Digits(raw.seed);
  const [k, l] = [d.of(...BOUNDS), d.of(...BOUNDS)];
  const expr = d
    .of(...FORMS)
    .replace('K', String(k))
    .replace('L', String(l));
  const x = sources[raw.first % sources.length]!;
  const y = sources[raw.second % sources.length]!;
  return { inputs: { x, ...(expr.includes('y') && { y }) }, expr };
}

const groupsOf = (section: Section): string[] => (section.groups ?? []).flatMap((one) => [...groupsOf(one), one.code!]);
const VALUED = ['direct', 'count', 'ratio', 'increment', 'bands', 'relative'];
const hasPercent = ({ rule }: Criterion): boolean =>
  rule.kind === 'ratio' || rule.kind === 'increment' || (rule.kind === 'bands' && rule.on === 'percent');

/** What the bonus or the penalty of a scale may ask for. */
export function sourcesWithin(parts: Section[], listedFacts: string[]): string[] {
  const criteria = parts.flatMap(criteriaOf);
  return [
    ...entered(criteria, ['value', 'percent']),
    'base',
    ...parts.map(({ code }) => `part:${code}`),
    ...parts.flatMap(groupsOf).map((code) => `group:${code}`),
    ...criteria.map(({ code }) => `criterion:${code}`),
    ...listedFacts.map((code) => `fact:${code}`),
    `param:${PARAM}`,
  ];
}

const entered = (criteria: Criterion[], kinds: string[]): string[] =>
  criteria.flatMap((one) =>
    kinds
      .filter((kind) => (kind === 'percent' ? hasPercent(one) : VALUED.includes(one.rule.kind)))
      .map((kind) => `${kind}:${one.code}`),
  );

const inAll = (lists: string[][]): string[] => lists[0]!.filter((one) => lists.every((list) => list.includes(one)));

/** Keys of the precedence: what is in every scale used. */
export const keysOf = (scales: Scale[]): string[] =>
  inAll(
    scales.map((scale) => [
      'total',
      'base',
      'penalty',
      'bonus',
      ...scale.parts.map(({ code }) => `part:${code}`),
      ...sectionsOf(scale)
        .flatMap(groupsOf)
        .map((code) => `group:${code}`),
      ...sectionsOf(scale)
        .flatMap(criteriaOf)
        .map(({ code }) => `criterion:${code}`),
    ]),
  );

/** What conditions on the whole may ask for. */
export function sourcesOf(scales: Scale[], facts: string[], hasRounds: boolean): string[] {
  const lists = scales.map((scale) => sectionsOf(scale).flatMap(criteriaOf));
  return [
    ...keysOf(scales),
    ...(hasRounds ? [] : inAll(lists.map((criteria) => entered(criteria, ['mean', 'value', 'percent'])))),
    ...facts.map((code) => `fact:${code}`),
    `param:${PARAM}`,
  ];
}
