import { exactUnits } from '../number/fixed.js';
import type { Fields } from '../text/fields.js';

/**
 * A max, floor or ceiling of a scale in units of 10^-digits. More decimals than the scale keeps, or a
 * sign that is not allowed, are `field.range` (spec, "Scale").
 */
export function readBound(
  fields: Fields,
  key: string,
  digits: number,
  sign: 'any' | 'notNegative' | 'positive',
): bigint | undefined {
  const value = fields.decimal(key);
  if (value === undefined) return undefined;
  if (sign === 'positive' && value.n <= 0n) {
    return fields.range(key, 'a value greater than 0 is expected', 'over', { over: '0' });
  }
  if (sign === 'notNegative' && value.n < 0n) {
    return fields.range(key, 'a value of at least 0 is expected', 'min', { least: '0' });
  }
  const units = exactUnits(value, digits);
  return units ?? fields.range(key, `at most ${digits} decimals are kept by this scale`, 'decimals', { digits });
}

/** Such a bound where it may be absent or null. */
export function readOptionalBound(fields: Fields, key: string, digits: number): bigint | null | undefined {
  if (!fields.has(key)) return undefined;
  return fields.record[key] === null ? null : (readBound(fields, key, digits, 'any') ?? null);
}
