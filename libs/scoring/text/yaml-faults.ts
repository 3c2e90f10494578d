import type { ErrorCode, YAMLError, YAMLWarning } from 'yaml';
import type { Problems } from './problems.js';
import { positionsOf, type TextPosition } from './text-position.js';
import type { Unclosed } from './yaml-unclosed.js';

/** How many places that are no YAML are told: what comes after the first few mostly follows from them. */
const MAX_TOLD = 3;

interface Fault extends TextPosition {
  message: string;
  /** The library's own code, or what is not closed. */
  reason?: ErrorCode;
  unclosed?: Pick<Unclosed, 'reason' | 'open' | 'close'>;
}

/**
 * Tells what makes a text no YAML, by line: at most one fault of a line, of the line below a wrong indentation none, and
 * how many there are besides. One wrong indentation, or one bracket that is not closed, is half a dozen faults to the
 * library.
 */
export function tellFaults(
  text: string,
  errors: readonly (YAMLError | YAMLWarning)[],
  unclosed: readonly Unclosed[],
  problems: Problems,
): void {
  const own = withoutWhatFollows(
    [...errors].sort((a, b) => a.pos[0] - b.pos[0]),
    unclosed,
    text,
  );
  const offsets = [...own.map(({ pos }) => pos[0]), ...unclosed.map(({ offset }) => offset)];
  const places = positionsOf(text, new Set(offsets));
  const lines = text.split('\n');
  const found: { offset: number; fault: Fault }[] = [
    ...own.map(({ code, message, pos: [offset] }) => ({
      offset,
      fault: asIndentation({ ...places.get(offset)!, reason: code, message }, lines),
    })),
    ...unclosed.map(({ reason, offset, open, close }) => {
      const message = `${open} is not closed by ${close}`;
      return { offset, fault: { ...places.get(offset)!, message, unclosed: { reason, open, close } } };
    }),
  ].sort((a, b) => a.offset - b.offset);
  const faults: Fault[] = [];
  for (const { fault } of found) {
    const last = faults.at(-1);
    if (last !== undefined && fault.line <= last.line + (last.reason === 'BAD_INDENT' ? 1 : 0)) continue;
    faults.push(fault);
  }
  for (const { reason = 'IMPOSSIBLE', message, unclosed: open, line, column } of faults.slice(0, MAX_TOLD)) {
    const told = `${message} at line ${line}, column ${column}`;
    if (open === undefined) problems.add('file.syntax', null, told, { line, column, reason });
    else problems.add('file.syntax', null, told, { line, column, ...open });
  }
  const [next] = faults.slice(MAX_TOLD);
  if (next === undefined) return;
  const more = faults.length - MAX_TOLD;
  const { line, column } = next;
  problems.add('file.syntax', null, `${more} more from line ${line} on`, { line, column, reason: 'more', more });
}

/**
 * Leaves out of the faults, in order, those that come of what is not closed: within what that was taken to open, on the
 * line on which something else was expected to go on, and signs behind it that the library no longer knows a use for.
 */
function withoutWhatFollows<T extends YAMLError | YAMLWarning>(
  errors: readonly T[],
  unclosed: readonly Unclosed[],
  text: string,
): T[] {
  let passed = 0;
  let reach = -1;
  return errors.filter(({ code, pos }) => {
    for (; passed < unclosed.length && unclosed[passed]!.offset <= pos[0]; passed++) {
      reach = Math.max(reach, endOfLineBehind(unclosed[passed]!.end, text));
    }
    return passed === 0 || (code !== 'UNEXPECTED_TOKEN' && pos[0] > reach);
  });
}

/** The end of the first line with something on it. */
function endOfLineBehind(offset: number, text: string): number {
  const next = text.slice(offset).search(/\S/);
  const end = next < 0 ? -1 : text.indexOf('\n', offset + next);
  return end < 0 ? Infinity : end;
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
