import type { ErrorCode, YAMLError, YAMLWarning } from 'yaml';
import type { Problems } from './problems.js';
import { positionsOf, type TextPosition } from './text-position.js';

/** How many places that are no YAML are told: what comes after the first few mostly follows from them. */
const MAX_TOLD = 3;

interface Fault extends TextPosition {
  reason: ErrorCode;
  message: string;
}

/**
 * Tells what makes a text no YAML, by line: at most one fault of a line, of the line below a wrong indentation none, and
 * how many there are besides. One wrong indentation is half a dozen faults to the library.
 */
export function tellFaults(text: string, errors: readonly (YAMLError | YAMLWarning)[], problems: Problems): void {
  if (errors.length === 0) return;
  const sorted = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const places = positionsOf(text, new Set(sorted.map(({ pos }) => pos[0])));
  const lines = text.split('\n');
  const faults: Fault[] = [];
  for (const { code, message, pos } of sorted) {
    const fault = asIndentation({ ...places.get(pos[0])!, reason: code, message }, lines);
    const last = faults.at(-1);
    if (last !== undefined && fault.line <= last.line + (last.reason === 'BAD_INDENT' ? 1 : 0)) continue;
    faults.push(fault);
  }
  for (const { reason, message, line, column } of faults.slice(0, MAX_TOLD)) {
    const place = `at line ${line}, column ${column}`;
    problems.add('file.syntax', null, `${message} ${place}`, { line, column, reason });
  }
  const [next] = faults.slice(MAX_TOLD);
  if (next === undefined) return;
  const more = faults.length - MAX_TOLD;
  const { line, column } = next;
  problems.add('file.syntax', null, `${more} more from line ${line} on`, { line, column, reason: 'more', more });
}

/** The fault as one of the indentation where it is that: the library takes such a line for more of the text above it. */
function asIndentation(fault: Fault, lines: readonly string[]): Fault {
  const own = lines[fault.line - 1] ?? '';
  if (fault.reason === 'MISSING_CHAR' && fault.column === 1 && /^ +\S/.test(own)) return indentation(fault, own);
  if (fault.reason !== 'MULTILINE_IMPLICIT_KEY' && fault.reason !== 'BLOCK_AS_IMPLICIT_KEY') return fault;
  const below = lines.findIndex((each, index) => index >= fault.line && /^\s*[^\s#]/.test(each));
  const next = lines[below] ?? '';
  // A key of its own, further to the right than the line above.
  if (below < 0 || indentOf(next) <= indentOf(own) || !/^[^"']*:(\s|$)/.test(next)) return fault;
  return indentation({ ...fault, line: below + 1 }, next);
}

const indentation = (fault: Fault, line: string): Fault => ({
  ...fault,
  column: indentOf(line) + 1,
  reason: 'BAD_INDENT',
  message: 'wrong indentation',
});

const indentOf = (line: string): number => line.length - line.trimStart().length;
