import type { ErrorCode, YAMLError, YAMLWarning } from 'yaml';
import type { Problems } from './problems.js';
import { positionsOf, type TextPosition } from './text-position.js';
import type { Unclosed } from './yaml-unclosed.js';

/** How many places that are no YAML are told: what comes after the first few mostly follows from them. */
const MAX_TOLD = 3;

interface Fault extends TextPosition {
  message: string;
  /** The library's own code, or what is not closed. */
  why: { reason: ErrorCode } | Pick<Unclosed, 'reason' | 'open' | 'close'>;
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
      fault: asIndentation({ ...places.get(offset)!, message, why: { reason: code } }, lines),
    })),
    ...unclosed.map(({ reason, offset, open, close }) => {
      const message = `${open} is not closed by ${close}`;
      return { offset, fault: { ...places.get(offset)!, message, why: { reason, open, close } } };
    }),
  ].sort((a, b) => a.offset - b.offset);
  const faults: Fault[] = [];
  for (const { fault } of found) {
    const last = faults.at(-1);
    if (last !== undefined && fault.line <= last.line + (last.why.reason === 'BAD_INDENT' ? 1 : 0)) continue;
    faults.push(fault);
  }
  for (const { message, why, line, column } of faults.slice(0, MAX_TOLD)) {
    const told = `${message} at line ${line}, column ${column}`;
    // Two calls, so that each has params of one kind: the sentences are held against them.
    if ('open' in why) problems.add('file.syntax', null, told, { line, column, ...why });
    else problems.add('file.syntax', null, told, { line, column, ...why });
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
  let reach: number | undefined;
  return errors.filter(({ code, pos }) => {
    for (; passed < unclosed.length && unclosed[passed]!.offset <= pos[0]; passed++) {
      reach = Math.max(reach ?? 0, endOfLineBehind(unclosed[passed]!.end, text));
    }
    return reach === undefined || (code !== 'UNEXPECTED_TOKEN' && pos[0] > reach);
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
  const { line, column } = fault;
  const { reason } = fault.why;
  if (reason === 'BAD_INDENT' || reason === 'MISSING_CHAR') {
    // Found where the line begins, or a comment above it.
    return column === 1 ? indentedFrom(line - 1, 0, fault, lines) : fault;
  }
  if (reason !== 'MULTILINE_IMPLICIT_KEY' && reason !== 'BLOCK_AS_IMPLICIT_KEY') return fault;
  const own = lines[line - 1]!;
  // Two colons of one line are a fault of that line, whatever stands below.
  if (HAS_KEY.test(own.slice(column - 1))) return fault;
  const moved = indentedFrom(line, indentOf(own), fault, lines);
  return HAS_KEY.test(lines[moved.line - 1]!) ? moved : fault;
}

const HAS_KEY = /^[^"']*:(\s|$)/;

/** The fault at the first sign of the next line, from an index on, if that stands further to the right than another. */
function indentedFrom(from: number, above: number, fault: Fault, lines: readonly string[]): Fault {
  const index = lines.findIndex((each, at) => at >= from && /^\s*[^\s#]/.test(each));
  const indent = indentOf(lines[index] ?? '');
  if (indent <= above) return fault;
  return { line: index + 1, column: indent + 1, message: 'wrong indentation', why: { reason: 'BAD_INDENT' } };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
