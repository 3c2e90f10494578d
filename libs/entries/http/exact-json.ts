import { Problem } from '@thidua/platform';
import { parseText } from '@thidua/scoring';
import type { JsonValue } from '@thidua/scoring';
import { faultsOf } from '../faults-of.js';

/** What might be a number that `JSON.parse` would round: 16 digits or more, or an exponent. */
const MAY_ROUND = /\d[\d.]{15,}|\d[eE][-+]?\d/;

/** Whether a JSON body needs `parseExactJson` for its figures; most do not, and the server's own parser is quicker. */
export function needsExactReader(text: string): boolean {
  return MAY_ROUND.test(text);
}

/**
 * Reads a JSON body whose figures count. A number that cannot be kept to its last digit is refused and must be sent as
 * a string (competition file, "Numbers"); `JSON.parse` would round it in silence.
 * @throws Problem `request.invalid` with what is wrong.
 */
export function parseExactJson(text: string): JsonValue {
  const parsed = parseText(text, 'json');
  if (!parsed.ok) throw new Problem('request.invalid', 422, { errors: faultsOf(parsed.errors) });
  return parsed.value;
}
