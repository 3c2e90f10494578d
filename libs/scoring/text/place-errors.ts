import { CODE } from './codes.js';
import { locate, writtenAt } from './locate.js';
import type { Syntax } from './parse-text.js';
import type { ScoringError } from './problems.js';
import { quoteIt } from './scalars.js';
import type { TextPosition } from './text-position.js';

/** What `T` tells of, with where it stands in the text. */
export type Located<T> = T & TextPosition;

/**
 * Errors or warnings of a text with the line and column of their `path` (spec, "Errors"), in the order of its lines; what is
 * said of a code without quotes says it as the text writes it. A syntax error knows its place; for the others the
 * text is read once more. Throws nothing.
 */
export function placeErrors<T extends ScoringError>(told: readonly T[], text: string, syntax: Syntax): Located<T>[] {
  const searched = told.filter((each) => ownPosition(each) === undefined).map(({ path }) => path);
  const found = searched.length === 0 ? undefined : locate(text, syntax, searched);
  const bare = told.filter(isBare).map(({ path }) => path);
  const written = bare.length === 0 ? undefined : writtenAt(text, syntax, bare);
  const start: TextPosition = { line: 1, column: 1 };
  return told
    .map((each) => ({ ...asWritten(each, written), ...(ownPosition(each) ?? found?.get(each.path) ?? start) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

const isBare = ({ code, params }: ScoringError): boolean => code === 'field.type' && params?.['reason'] === 'quote';

/** The reader of values sees 1.1 where the text has 1.10. */
function asWritten<T extends ScoringError>(told: T, written: ReadonlyMap<string, string | undefined> | undefined): T {
  const code = isBare(told) ? written?.get(told.path) : undefined;
  if (code === undefined || !CODE.test(code)) return told;
  return { ...told, message: quoteIt(code), params: { ...told.params, value: code } };
}

function ownPosition({ params }: ScoringError): TextPosition | undefined {
  const { line, column } = params ?? {};
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}
