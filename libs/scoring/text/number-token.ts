import { judgeNumberText, MAX_DIGITS, MAX_NUMBER_DIGITS } from '../number/decimal.js';
import type { Path } from './path.js';
import type { Problems } from './problems.js';

/**
 * The double of a number token, after its source text was judged: what a double would silently change is
 * an error that asks for a string (spec, "Numbers").
 */
export function readNumberToken(text: string, path: Path | null, problems: Problems): number {
  const fault = judgeNumberText(text);
  if (fault === 'digits') {
    problems.add(
      'field.range',
      path,
      `a number of more than ${MAX_NUMBER_DIGITS} significant digits must be written as a string`,
      { reason: 'digits', most: MAX_NUMBER_DIGITS },
    );
    return 0;
  }
  if (fault !== null) {
    problems.add('field.range', path, `a number of more than ${MAX_DIGITS} digits before or after the point`, {
      reason: 'size',
      most: MAX_DIGITS,
    });
    return 0;
  }
  return Number(text);
}
