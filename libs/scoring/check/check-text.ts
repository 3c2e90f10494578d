import type { CompetitionRules } from '../plan/competition.js';
import { parseText, type Syntax } from '../text/parse-text.js';
import { placeErrors, type Located } from '../text/place-errors.js';
import type { JsonValue } from '../text/json-value.js';
import type { Outcome, ScoringError } from '../text/problems.js';
import { readCompetition } from './read-competition.js';
import { thousandsWarnings } from './thousands-warnings.js';
import { warningsOf } from '../warnings/warnings-of.js';
import type { ScoringWarning } from '../warnings/warning.js';

/** All that can be said of a text before anything is computed. There are no warnings while there are errors. */
export interface TextCheck {
  errors: Located<ScoringError>[];
  warnings: Located<ScoringWarning>[];
  /** How much there is in it; undefined while there are errors. */
  size?: { clusters: number; units: number; entries: number };
}

/**
 * Checks a competition file's text: every error (spec, "Errors": ERROR_CODES), else every warning (WARNING_CODES), in
 * the order of the text's lines; line and column from 1. Computes nothing and throws nothing.
 * @param clean what whoever takes the file in makes of its value first, or why it does not.
 */
export function checkText(
  text: string,
  syntax: Syntax,
  clean: (value: JsonValue) => Outcome<JsonValue> = (value) => ({ ok: true, value }),
): TextCheck {
  const parsed = parseText(text, syntax);
  const document = parsed.ok ? clean(parsed.value) : parsed;
  if (!document.ok) return { errors: placeErrors(document.errors, text, syntax), warnings: [] };
  const competition = readCompetition(document.value);
  if (!competition.ok) return { errors: placeErrors(competition.errors, text, syntax), warnings: [] };
  const { entries, ...rules } = competition.value;
  const warnings = [
    ...warningsOf(rules satisfies CompetitionRules),
    ...thousandsWarnings(competition.value, text, syntax),
  ];
  const { clusters } = rules;
  const units = clusters.reduce((sum, cluster) => sum + cluster.units.length, 0);
  const size = { clusters: clusters.length, units, entries: entries?.length ?? 0 };
  return { errors: [], warnings: placeErrors(warnings, text, syntax), size };
}
