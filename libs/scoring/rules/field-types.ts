import { asDecimal, asText, tellType, type Fields } from '../text/fields.js';
import * as schema from '../text/json-schema.js';
import type { Schema } from '../text/json-schema.js';
import type { JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import { exactText } from '../number/exact-text.js';
import { compare, isNegative, isPositive, type Rational } from '../number/rational.js';
import { Labels } from './labels.js';

/** What a field of a rule may hold: how it is read, on a criterion worth `max`, and what a JSON Schema says of it. */
export interface FieldType<T> {
  schema: Schema;
  /** The value of that key, which is known to be there or must be; undefined after telling what is wrong. */
  read(fields: Fields, key: string, max: Rational): T | undefined;
}

/** A field that may be left out, and then is `otherwise`. */
export interface OptionalField<T> extends FieldType<T> {
  otherwise: { value: T };
}

/** The fields of a rule besides `kind`, in the order of the spec's table. */
export type RuleFields = Readonly<Record<string, FieldType<unknown> | OptionalField<unknown>>>;

/** What the fields hold once they are read. */
export type Values<F extends RuleFields> = { [K in keyof F]: F[K] extends FieldType<infer T> ? T : never };

export const optional = <T, D>(type: FieldType<T>, value: D): OptionalField<T | D> => ({
  ...type,
  otherwise: { value },
});

/** The fields of a rule, each read as its type says; undefined after telling what is wrong with any. */
export function readFields<F extends RuleFields>(types: F, fields: Fields, max: Rational): Values<F> | undefined {
  const before = fields.problems.errors.length;
  const values: Record<string, unknown> = {};
  for (const [key, type] of Object.entries(types)) {
    values[key] = 'otherwise' in type && !fields.has(key) ? type.otherwise.value : type.read(fields, key, max);
  }
  return fields.problems.errors.length === before ? (values as Values<F>) : undefined;
}

export const decimal: FieldType<Rational> = { schema: schema.DECIMAL, read: (fields, key) => fields.decimal(key) };

export const date: FieldType<string> = { schema: schema.DATE, read: (fields, key) => fields.date(key) };

/** A whole number ≥ 0. */
export const count: FieldType<bigint> = { schema: schema.COUNT, read: (fields, key) => fields.count(key) };

/** What a rule multiplies by: at least 0, else `rule.value.range`. */
export const factor: FieldType<Rational> = single(schema.NOT_NEGATIVE, readFactor);

/** What a rule divides by: greater than 0, else `rule.value.range`. */
export const divisor: FieldType<Rational> = single(schema.POSITIVE, (value, path, { problems }) => {
  const number = asDecimal(value, path, problems);
  if (number === undefined || isPositive(number)) return number;
  problems.add('rule.value.range', path, `write a value greater than 0 instead of ${exactText(number)}`, {
    reason: 'over',
    over: '0',
  });
  return undefined;
});

/** A number of points a rule names: in [0, max], else `rule.points.range`. */
export const namedPoints: FieldType<Rational> = single(schema.NOT_NEGATIVE, readPoints);

export const oneOf = <T extends string>(...words: readonly T[]): FieldType<T> => ({
  schema: schema.oneOf(words),
  read: (fields, key) => fields.oneOf(key, words),
});

/** Takes one member of a map by its label. */
type ReadMember = (value: JsonValue, path: Path, fields: Fields, max: Rational, label: string) => Rational | undefined;

export function readFactor(value: JsonValue, path: Path, { problems }: Fields): Rational | undefined {
  const number = asDecimal(value, path, problems);
  if (number === undefined || !isNegative(number)) return number;
  problems.add('rule.value.range', path, `write a value of at least 0 instead of ${exactText(number)}`, {
    reason: 'min',
    least: '0',
  });
  return undefined;
}

export function readPoints(value: JsonValue, path: Path, { problems }: Fields, max: Rational): Rational | undefined {
  const number = asDecimal(value, path, problems);
  if (number === undefined || (!isNegative(number) && compare(number, max) <= 0)) return number;
  const most = exactText(max);
  problems.add('rule.points.range', path, `write points from 0 to ${most}, the max of the criterion`, { most });
  return undefined;
}

/** Numbers by labels that differ (`label.duplicate`), at least one; told in the words of `ifEmpty` where there is none. */
export const numbersByLabel = (ifEmpty: string, read: ReadMember): FieldType<ReadonlyMap<string, Rational>> => ({
  schema: schema.mapOf(schema.NOT_NEGATIVE, 1),
  read(fields, key, max) {
    const members = fields.labels(key);
    if (members === undefined) return undefined;
    if (members.length === 0) return fields.range(key, ifEmpty, 'empty');
    const labels = new Labels(fields.problems);
    const numbers = new Map<string, Rational>();
    for (const { label, value, path } of members) {
      labels.take(label, path);
      const number = read(value, path, fields, max, label);
      if (number !== undefined) numbers.set(label, number);
    }
    return numbers.size === members.length ? numbers : undefined;
  },
});

/**
 * Texts that differ as labels do (`label.duplicate`), each of which `check` may find wrong. No quotes make a name of a
 * number.
 */
export const labels = (
  check?: (label: string, path: Path, fields: Fields) => void,
  expected: 'text' | 'name' = 'text',
): FieldType<readonly string[]> => ({
  schema: schema.listOf(schema.TEXT),
  read(fields, key) {
    const items = fields.list(key);
    if (items === undefined) return undefined;
    const seen = new Labels(fields.problems);
    const texts: string[] = [];
    for (const { value, path } of items) {
      const text =
        expected === 'name' && typeof value !== 'string'
          ? tellType(fields.problems, path, expected)
          : asText(value, path, fields.problems);
      if (text === undefined) continue;
      if (seen.take(text, path)) check?.(text, path, fields);
      texts.push(text);
    }
    return texts.length === items.length ? texts : undefined;
  },
});

function single<T>(
  of: Schema,
  read: (value: JsonValue, path: Path, fields: Fields, max: Rational) => T | undefined,
): FieldType<T> {
  return {
    schema: of,
    read(fields, key, max) {
      const value = fields.raw(key);
      return value === undefined ? undefined : read(value, fields.at(key), fields, max);
    },
  };
}
