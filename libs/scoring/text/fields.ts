import { readDecimal } from '../number/decimal.js';
import { isInteger, isNegative, type Rational } from '../number/rational.js';
import { CODE, CODE_FORM } from './codes.js';
import { isDate } from './dates.js';
import { hasLoneSurrogate, isObject, member, type JsonObject, type JsonValue } from './json-value.js';
import { at, type Path } from './path.js';
import type { Problems } from './problems.js';

export { CODE, CODE_FORM } from './codes.js';

/** Names and reasons are any text, but a file is no place for a book. */
export const MAX_TEXT = 10_000;

const typeError = (problems: Problems, path: Path | null, expected: string): undefined => {
  problems.add('field.type', path, `${expected} is expected`, { expected });
  return undefined;
};

/** `value` as an object, else `field.type`. */
export function asObject(value: JsonValue | undefined, path: Path | null, problems: Problems): JsonObject | undefined {
  return isObject(value) ? value : typeError(problems, path, 'an object');
}

/** `value` as a list, else `field.type`. */
export function asList(value: JsonValue | undefined, path: Path, problems: Problems): JsonValue[] | undefined {
  return Array.isArray(value) ? value : typeError(problems, path, 'a list');
}

/** `value` as text of sensible length; empty text counts as missing content. */
export function asText(value: JsonValue, path: Path, problems: Problems): string | undefined {
  if (typeof value !== 'string') return typeError(problems, path, 'text');
  if (value.trim() === '') problems.add('field.range', path, 'text must not be empty', { reason: 'empty' });
  else if (value.length > MAX_TEXT) {
    problems.add('field.range', path, `text is longer than ${MAX_TEXT} characters`, { reason: 'long', most: MAX_TEXT });
  } else if (hasLoneSurrogate(value)) {
    problems.add('field.range', path, 'text holds half of a surrogate pair', { reason: 'surrogate' });
  } else return value;
  return undefined;
}

/** `value` as an exact decimal (spec, "Numbers"). */
export function asDecimal(value: JsonValue, path: Path, problems: Problems): Rational | undefined {
  const decimal = readDecimal(value);
  if (typeof decimal !== 'string') return decimal;
  if (decimal === 'type') return typeError(problems, path, 'a decimal');
  const message =
    decimal === 'digits' ? 'a number of more than 15 significant digits must be a string' : 'a decimal too long';
  problems.add('field.range', path, message, { reason: decimal });
  return undefined;
}

/** `value` as a whole number ≥ 0. */
export function asCount(value: JsonValue, path: Path, problems: Problems): bigint | undefined {
  const decimal = asDecimal(value, path, problems);
  if (decimal === undefined) return undefined;
  if (isInteger(decimal) && !isNegative(decimal)) return decimal.n / decimal.d;
  problems.add('field.range', path, 'a whole number of at least 0 is expected', { reason: 'count' });
  return undefined;
}

/** `value` as a day of the calendar written YYYY-MM-DD. */
export function asDate(value: JsonValue, path: Path, problems: Problems): string | undefined {
  if (typeof value !== 'string') return typeError(problems, path, 'a date (text)');
  if (isDate(value)) return value;
  problems.add('field.range', path, 'a date is written YYYY-MM-DD', { reason: 'date' });
  return undefined;
}

/**
 * The members of one object of the file, read by name. Each reader tells its own errors and gives
 * `undefined` where there is nothing usable. Keys outside `known` are told at once.
 */
export class Fields {
  private constructor(
    readonly record: JsonObject,
    readonly path: Path | null,
    readonly problems: Problems,
  ) {}

  static open(
    value: JsonValue | undefined,
    path: Path | null,
    problems: Problems,
    known: readonly string[],
  ): Fields | undefined {
    const record = asObject(value, path, problems);
    if (record === undefined) return undefined;
    for (const key of Object.keys(record)) {
      if (!known.includes(key)) problems.add('field.unknown', at(path, key), 'this key is not known here', { key });
    }
    return new Fields(record, path, problems);
  }

  at(key: string): Path {
    return at(this.path, key);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.record, key);
  }

  /** The raw member, telling `field.missing` when it is absent. */
  raw(key: string): JsonValue | undefined {
    const value = member(this.record, key);
    if (value === undefined) this.problems.add('field.missing', this.at(key), 'this key is missing', { key });
    return value;
  }

  text(key: string): string | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : asText(value, this.at(key), this.problems);
  }

  code(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return typeError(this.problems, this.at(key), 'a code (text)');
    if (CODE.test(value)) return value;
    return this.range(key, CODE_FORM, 'code');
  }

  date(key: string): string | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : asDate(value, this.at(key), this.problems);
  }

  decimal(key: string): Rational | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : asDecimal(value, this.at(key), this.problems);
  }

  count(key: string): bigint | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : asCount(value, this.at(key), this.problems);
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return typeError(this.problems, this.at(key), 'text');
    if ((values as readonly string[]).includes(value)) return value as T;
    return this.range(key, `one of ${values.join(', ')} is expected`, 'choice', { values: values.join(', ') });
  }

  flag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    return typeError(this.problems, this.at(key), 'true or false');
  }

  /** The items of a list with their places. */
  list(key: string): { value: JsonValue; path: Path }[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const path = this.at(key);
    return asList(value, path, this.problems)?.map((item, index) => ({ value: item, path: at(path, index) }));
  }

  /** The members of a map of labels with their places. */
  labels(key: string): { label: string; value: JsonValue; path: Path }[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const path = this.at(key);
    const record = asObject(value, path, this.problems);
    return record && Object.entries(record).map(([label, item]) => ({ label, value: item, path: at(path, label) }));
  }

  /** Tells `field.range` about a member. */
  range(key: string, message: string, reason: string, params: Record<string, string | number> = {}): undefined {
    this.problems.add('field.range', this.at(key), message, { reason, ...params });
    return undefined;
  }
}
