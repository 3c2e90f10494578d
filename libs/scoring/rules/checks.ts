import { asDecimal, type Fields } from '../text/fields.js';
import type { JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import { compare, isNegative, isPositive, type Rational } from '../number/rational.js';

/** A number of points a rule names: in [0, max], else `rule.points.range`. */
export function readNamedPoints(
  value: JsonValue,
  path: Path,
  { problems }: Fields,
  max: Rational,
): Rational | undefined {
  const points = asDecimal(value, path, problems);
  if (points === undefined || (!isNegative(points) && compare(points, max) <= 0)) return points;
  problems.add('rule.points.range', path, 'points must lie between 0 and the max of the criterion');
  return undefined;
}

/**
 * The numbers of the rule's map `key` by their labels, each taken by `read`; undefined after telling which is wrong,
 * or that there are none in the words of `ifEmpty`.
 */
export function readLabelled(
  fields: Fields,
  key: string,
  ifEmpty: string,
  read: (value: JsonValue, path: Path, label: string) => Rational | undefined,
): Map<string, Rational> | undefined {
  const labels = fields.labels(key);
  if (labels === undefined) return undefined;
  if (labels.length === 0) return fields.range(key, ifEmpty, 'empty');
  const numbers = new Map<string, Rational>();
  for (const { label, value, path } of labels) {
    const number = read(value, path, label);
    if (number !== undefined) numbers.set(label, number);
  }
  return numbers.size === labels.length ? numbers : undefined;
}

/** A factor a rule multiplies by: at least 0, else `rule.value.range`. */
export function readFactor(value: JsonValue, path: Path, { problems }: Fields): Rational | undefined {
  const factor = asDecimal(value, path, problems);
  if (factor === undefined || !isNegative(factor)) return factor;
  problems.add('rule.value.range', path, 'a value of at least 0 is expected', { least: '0' });
  return undefined;
}

/** The factor of that name, or `fallback` where it may be left out. */
export function factorOf(fields: Fields, key: string, fallback?: Rational): Rational | undefined {
  if (fallback !== undefined && !fields.has(key)) return fallback;
  const raw = fields.raw(key);
  return raw === undefined ? undefined : readFactor(raw, fields.at(key), fields);
}

/** The value of that name a rule divides by: greater than 0, else `rule.value.range`. */
export function divisorOf(fields: Fields, key: string): Rational | undefined {
  const divisor = fields.decimal(key);
  if (divisor === undefined || isPositive(divisor)) return divisor;
  fields.problems.add('rule.value.range', fields.at(key), 'a value greater than 0 is expected', { over: '0' });
  return undefined;
}
