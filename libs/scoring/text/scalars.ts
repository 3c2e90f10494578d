import { MAX_DIGITS, MAX_NUMBER_DIGITS, readDecimal } from '../number/decimal.js';
import { isInteger, isNegative, type Rational } from '../number/rational.js';
import { CODE, CODE_FORM } from './codes.js';
import { isDate, isDateForm } from './dates.js';
import { hasLoneSurrogate, isObject, type JsonObject, type JsonValue } from './json-value.js';
import { hasTooManyMarks } from './nfc.js';
import type { Path } from './path.js';
import type { Problems } from './problems.js';
import { isBlank } from './seen.js';

/** Names and reasons are any text, but a file is no place for a book. */
export const MAX_TEXT = 10_000;

/** What may be expected of a value, and what its `field.type` says in English. */
const EXPECTED = {
  object: 'an object',
  list: 'a list',
  text: 'text',
  decimal: 'a decimal',
  code: 'a code (text)',
  date: 'a date (text)',
  flag: 'true or false',
  share: 'a share',
  source: 'a figure such as "total" or "part:I"',
  key: 'a ranking key such as "total" or "part:I"',
  name: 'a name that begins with a letter',
  condition: 'a condition such as "a > 1"',
  shareOf: '"ranked" or "class:" and a code',
  quotaOf: '"ranked" or "reward:" and a code',
} as const;

export type Expected = keyof typeof EXPECTED;

/** Tells `field.type` about a value that is not what is expected. */
export function tellType(problems: Problems, path: Path | null, expected: Expected): undefined {
  problems.add('field.type', path, `${EXPECTED[expected]} is expected`, { expected });
  return undefined;
}

/** The same where text is expected: what only lacks its quotes is told so, and what is nothing, that it is nothing. */
export function tellNoText(problems: Problems, path: Path, value: JsonValue): undefined {
  if (value === null) return tellNothing(problems, path, 'text');
  const written = typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  if (written === undefined) return tellType(problems, path, 'text');
  problems.add('field.type', path, quoteText(written), { expected: 'text', reason: 'quoteText', value: written });
  return undefined;
}

function tellNothing(problems: Problems, path: Path, expected: Expected): undefined {
  const message = `${EXPECTED[expected]} is expected, and nothing is written`;
  problems.add('field.type', path, message, { expected, reason: 'nothing' });
  return undefined;
}

/** What is said of a text that its file writes as a number, or as true or false. */
export const quoteText = (text: string): string => `text is expected: write "${text}" in quotes`;

/** `value` as an object, else `field.type`. */
export function asObject(value: JsonValue | undefined, path: Path | null, problems: Problems): JsonObject | undefined {
  return isObject(value) ? value : tellType(problems, path, 'object');
}

/** `value` as a list, else `field.type`. */
export function asList(value: JsonValue | undefined, path: Path, problems: Problems): JsonValue[] | undefined {
  return Array.isArray(value) ? value : tellType(problems, path, 'list');
}

/** `value` as text of sensible length; empty text counts as missing content. */
export function asText(value: JsonValue, path: Path, problems: Problems): string | undefined {
  if (typeof value !== 'string') return tellNoText(problems, path, value);
  if (isBlank(value)) problems.add('field.range', path, 'text must not be empty', { reason: 'empty' });
  else if (value.length > MAX_TEXT) {
    problems.add('field.range', path, `text is longer than ${MAX_TEXT} characters`, { reason: 'long', most: MAX_TEXT });
  } else if (hasLoneSurrogate(value)) {
    problems.add('field.range', path, 'text holds half of a surrogate pair', { reason: 'surrogate' });
  } else if (hasTooManyMarks(value)) {
    problems.add('field.range', path, 'text has more than 30 combining marks in a row', { reason: 'accents' });
  } else return value;
  return undefined;
}

/** `value` as text that names something by its code, which need not have the form of one: no such code exists then. */
export function asReference(value: JsonValue, path: Path, problems: Problems): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return tellNothing(problems, path, 'code');
  const written = unquoted(value);
  if (written === undefined) return tellType(problems, path, 'code');
  problems.add('field.type', path, quoteIt(written), { expected: 'code', reason: 'quote', value: written });
  return undefined;
}

/** `value` as a code (spec, "The competition file"). */
export function asCode(value: JsonValue, path: Path, problems: Problems): string | undefined {
  const code = asReference(value, path, problems);
  if (code === undefined || CODE.test(code)) return code;
  problems.add('field.range', path, CODE_FORM, { reason: 'code' });
  return undefined;
}

/** What is said of a code that its file writes as something else, because it has no quotes around it. */
export const quoteIt = (code: string): string => `a code is text: write "${code}" in quotes`;

/** The code that a value would be if it were in quotes: the text itself is asked for where it can be seen. */
function unquoted(value: JsonValue): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return CODE.test(text) ? text : undefined;
}

/** With a decimal comma, and perhaps points between the thousands. */
const COMMA = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/;

/** `value` as an exact decimal (spec, "Numbers"). */
export function asDecimal(value: JsonValue, path: Path, problems: Problems): Rational | undefined {
  const decimal = readDecimal(value);
  if (typeof decimal !== 'string') return decimal;
  if (decimal === 'type') {
    if (typeof value !== 'string' || value.length > 100 || !COMMA.test(value)) {
      return tellType(problems, path, 'decimal');
    }
    const point = value.replaceAll('.', '').replace(',', '.');
    const params = { expected: 'decimal', reason: 'comma', value, point } as const;
    problems.add('field.type', path, `a decimal is written with a point: ${point}`, params);
    return undefined;
  }
  const message =
    decimal === 'digits' ? 'a number of more than 15 significant digits must be a string' : 'a decimal too long';
  problems.add('field.range', path, message, { reason: decimal, most: MOST[decimal] });
  return undefined;
}

/** The digits there may be of a decimal that has too many: significant ones of a number, or before or after the point. */
const MOST = { digits: MAX_NUMBER_DIGITS, size: MAX_DIGITS } as const;

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
  if (typeof value !== 'string') return tellType(problems, path, 'date');
  if (isDate(value)) return value;
  if (isDateForm(value)) problems.add('field.range', path, `there is no such day: ${value}`, { reason: 'day', value });
  else problems.add('field.range', path, 'a date is written YYYY-MM-DD', { reason: 'date' });
  return undefined;
}
