import { asDecimal } from '../text/fields.js';
import type { JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { exactText } from '../number/exact-text.js';
import { compare, divide, floor, isInteger, isNegative, multiply, type Rational } from '../number/rational.js';
import type { ShortDecimal } from '../number/whole.js';

/**
 * Points that people give themselves: in [0, most] (`entry.points.range`) and a multiple of `step`
 * (`entry.points.step`); undefined after telling what is wrong.
 */
export function readMark(
  value: JsonValue,
  path: Path,
  problems: Problems,
  most: Rational,
  step: Rational | undefined,
): Rational | undefined {
  const mark = asDecimal(value, path, problems);
  if (mark === undefined) return undefined;
  if (isNegative(mark) || compare(mark, most) > 0) {
    const params = { value: exactText(mark), most: exactText(most) };
    problems.add(
      'entry.points.range',
      path,
      `write points from 0 to ${params.most} instead of ${params.value}`,
      params,
    );
    return undefined;
  }
  if (step !== undefined && !isInteger(divide(mark, step))) {
    const params = { value: exactText(mark), step: exactText(step) };
    problems.add('entry.points.step', path, `${params.value} is no multiple of ${params.step}, the step`, params);
    return undefined;
  }
  return mark;
}

/** The most that such points can be. */
export const highestMultiple = (step: Rational | undefined, most: Rational): Rational =>
  step === undefined ? most : multiply(floor(divide(most, step)), step);

/** Whether a mark is a multiple of the step; false also where finding out takes numbers that are not safe. */
export function isMultiple(value: ShortDecimal, step: ShortDecimal): boolean {
  const top = value.n * step.d;
  const bottom = value.d * step.n;
  return Number.isSafeInteger(top) && Number.isSafeInteger(bottom) && top % bottom === 0;
}
