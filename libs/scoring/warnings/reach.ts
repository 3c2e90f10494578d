import type { JsonObject, JsonValue } from '../text/json-value.js';
import { member } from '../text/json-value.js';
import { readDecimal } from '../number/decimal.js';
import { compare, divide, floor, isPositive, larger, multiply, smaller, sum, ZERO } from '../number/rational.js';
import type { Rational } from '../number/rational.js';

/** The most points a checked rule gives for any value at all, before rounding. */
type Reach = (rule: JsonObject, max: Rational) => Rational;

/** Of the kinds that may fall short of max. What a formula can reach is not judged; the others always reach it. */
export const REACH: ReadonlyMap<string, Reach> = new Map<string, Reach>([
  ['direct', (rule, max) => highestMultiple(decimalAt(rule, 'step'), max)],
  ['increment', (rule, max) => (isPositive(decimalAt(rule, 'gain') ?? ZERO) ? max : (decimalAt(rule, 'base') ?? max))],
  ['bands', reachOfBands],
  ['count', (rule, max) => (isPositive(decimalAt(rule, 'each') ?? ZERO) ? max : ZERO)],
  ['choice', (rule) => highest(valuesAt(rule, 'options'))],
  ['checklist', (rule, max) => smaller(sum(valuesAt(rule, 'items')), max)],
  ['tally', (rule, max) => smaller(multiply(max, highest(countedWeights(rule).map(({ weight }) => weight))), max)],
]);

/** A band of a checked rule; absent ends are open. */
export interface BandEnds {
  from: Rational | undefined;
  to: Rational | undefined;
  points: Rational;
}

export function bandsOf(rule: JsonObject): BandEnds[] {
  return listAt(rule, 'bands').map((band) => ({
    from: decimalAt(band, 'from'),
    to: decimalAt(band, 'to'),
    points: decimalAt(band, 'points') ?? ZERO,
  }));
}

/** Values and per cents of plan are never negative, and every other one occurs. */
export const isMet = ({ to }: BandEnds): boolean => to === undefined || isPositive(to);

/** Whether some value lies in no band, which is what `else` is for. Bands are sorted and do not overlap. */
export function leavesGap(bands: readonly BandEnds[]): boolean {
  const met = bands.filter(isMet);
  let end: Rational | undefined = ZERO;
  for (const { from, to } of met) {
    if (end === undefined) return false;
    if (from !== undefined && compare(from, end) > 0) return true;
    end = to;
  }
  return end !== undefined;
}

/** The labels of a tally that count, with their weights. */
export function countedWeights(rule: JsonObject): { label: string; weight: Rational }[] {
  const exempt = member(rule, 'exempt');
  return Object.entries(objectAt(rule, 'weights'))
    .filter(([label]) => !Array.isArray(exempt) || !exempt.includes(label))
    .map(([label, weight]) => ({ label, weight: decimalOf(weight) ?? ZERO }));
}

export const valuesAt = (rule: JsonObject, key: string): Rational[] =>
  Object.values(objectAt(rule, key)).map((value) => decimalOf(value) ?? ZERO);

function reachOfBands(rule: JsonObject): Rational {
  const bands = bandsOf(rule);
  const given = bands.filter(isMet).map(({ points }) => points);
  const otherwise = leavesGap(bands) ? decimalAt(rule, 'else') : undefined;
  return highest(otherwise === undefined ? given : [...given, otherwise]);
}

function highestMultiple(step: Rational | undefined, max: Rational): Rational {
  return step === undefined ? max : multiply(floor(divide(max, step)), step);
}

const highest = (values: readonly Rational[]): Rational => values.reduce(larger, ZERO);

function decimalOf(value: JsonValue | undefined): Rational | undefined {
  const decimal = readDecimal(value);
  return typeof decimal === 'string' ? undefined : decimal;
}

const decimalAt = (object: JsonObject, key: string): Rational | undefined => decimalOf(member(object, key));

const objectAt = (object: JsonObject, key: string): JsonObject => (member(object, key) ?? {}) as JsonObject;

const listAt = (object: JsonObject, key: string): JsonObject[] => (member(object, key) ?? []) as JsonObject[];
