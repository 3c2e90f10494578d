import type { Rational } from '../number/rational.js';
import { member, type JsonObject, type JsonValue } from './json-value.js';
import { at, type Path } from './path.js';
import type { Problems } from './problems.js';
import { asCode, asCount, asDate, asDecimal, asList, asObject, asReference, asText, tellType } from './scalars.js';

export { CODE, CODE_FORM } from './codes.js';
export {
  asCode,
  asCount,
  asDate,
  asDecimal,
  asList,
  asObject,
  asReference,
  asText,
  MAX_TEXT,
  tellNoText,
  tellType,
} from './scalars.js';

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
    return value === undefined ? undefined : asCode(value, this.at(key), this.problems);
  }

  /** A code that names something else of the file: what has not the form of a code names nothing. */
  reference(key: string): string | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : asReference(value, this.at(key), this.problems);
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
    if ((values as readonly JsonValue[]).includes(value)) return value as T;
    const message = `one of ${values.join(', ')} is expected`;
    const params = { values: values.join(', ') };
    if (typeof value === 'string') return this.range(key, message, 'choice', params);
    this.problems.add('field.type', this.at(key), message, { expected: 'text', reason: 'choice', ...params });
    return undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    return tellType(this.problems, this.at(key), 'flag');
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
