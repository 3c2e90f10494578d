import type { CompetitionRules } from '../plan/competition.js';
import { locate } from '../text/locate.js';
import { parseText, type Syntax } from '../text/parse-text.js';
import type { ScoringError } from '../text/problems.js';
import { readCompetition } from './read-competition.js';
import type { TextPosition } from '../text/text-position.js';
import { warningsOf } from '../warnings/warnings-of.js';
import type { ScoringWarning } from '../warnings/warning.js';

/** What `T` tells of, with where it stands in the text. */
export type Located<T> = T & TextPosition;

/** All that can be said of a text before anything is computed. There are no warnings while there are errors. */
export interface TextCheck {
  errors: Located<ScoringError>[];
  warnings: Located<ScoringWarning>[];
}

/**
 * Checks a competition file's text: every error (spec, "Errors": ERROR_CODES), else every warning (WARNING_CODES), in
 * the order of the text's lines; line and column from 1. Computes nothing and throws nothing.
 */
export function checkText(text: string, syntax: Syntax): TextCheck {
  const document = parseText(text, syntax);
  if (!document.ok) return { errors: placed(document.errors, text, syntax), warnings: [] };
  const competition = readCompetition(document.value);
  if (!competition.ok) return { errors: placed(competition.errors, text, syntax), warnings: [] };
  const { entries: _entries, ...rules } = competition.value;
  return { errors: [], warnings: placed(warningsOf(rules satisfies CompetitionRules), text, syntax) };
}

/** A syntax error knows its place; for the others the text is read once more. */
function placed<T extends ScoringError>(told: readonly T[], text: string, syntax: Syntax): Located<T>[] {
  const searched = told.filter((each) => ownPosition(each) === undefined).map(({ path }) => path);
  const found = searched.length === 0 ? undefined : locate(text, syntax, searched);
  const start: TextPosition = { line: 1, column: 1 };
  return told
    .map((each) => ({ ...each, ...(ownPosition(each) ?? found?.get(each.path) ?? start) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function ownPosition({ params }: ScoringError): TextPosition | undefined {
  const { line, column } = params ?? {};
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}
