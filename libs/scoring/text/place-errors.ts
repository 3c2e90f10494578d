import { CODE } from './codes.js';
import { locate, writtenAt } from './locate.js';
import type { Syntax } from './parse-text.js';
import type { ScoringError } from './problems.js';
import { quoteIt, quoteText } from './scalars.js';
import { meantByThousands } from './thousands.js';
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
  const rewritten = told.filter(isOfText).map(({ path }) => path);
  const written = rewritten.length === 0 ? undefined : writtenAt(text, syntax, rewritten);
  const placed = told
    .map((each) => ({ ...asWritten(each, written), ...(ownPosition(each) ?? found!.get(each.path)!) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return onceEach(placed);
}

/** A code or text without quotes is told where it stands first, with how often and where it stands besides. */
function onceEach<T extends ScoringError>(placed: readonly Located<T>[]): Located<T>[] {
  const lines = new Map<string, number[]>();
  const keyOf = ({ params }: T): string => `${params!['reason']} ${params!['value']}`;
  const first = placed.filter((each) => {
    if (!isBare(each)) return true;
    const key = keyOf(each);
    const known = lines.get(key);
    if (known === undefined) lines.set(key, []);
    else known.push(each.line);
    return known === undefined;
  });
  return first.map((each) => {
    const others = isBare(each) ? lines.get(keyOf(each)) : undefined;
    if (others === undefined || others.length === 0) return each;
    const shown = [...new Set(others)];
    const list = shown.slice(0, MAX_LINES).join(', ') + (shown.length > MAX_LINES ? ', …' : '');
    return { ...each, params: { ...each.params, more: others.length, lines: list } };
  });
}

/** Of how many lines the numbers are told. */
const MAX_LINES = 10;

/** What lacks its quotes. */
const BARE: ReadonlySet<unknown> = new Set(['quote', 'quoteText']);

const isBare = ({ params }: ScoringError): boolean => BARE.has(params?.['reason']);

/** A number that is too small, or has decimals where none may be: what a point between thousands makes of one. */
const BY_THOUSANDS: ReadonlySet<unknown> = new Set(['count', 'decimals', 'order']);

const mayBeThousands = ({ code, params }: ScoringError): boolean =>
  code === 'part.max.cut' || (code === 'field.range' && BY_THOUSANDS.has(params?.['reason']));

/** Told by how the text writes what stands at its path. */
const isOfText = (told: ScoringError): boolean => isBare(told) || mayBeThousands(told);

/** The reader of values sees 1.1 where the text has 1.10. */
function asWritten<T extends ScoringError>(told: T, written: ReadonlyMap<string, string | undefined> | undefined): T {
  const source = isOfText(told) ? written!.get(told.path) : undefined;
  if (source === undefined) return told;
  if (mayBeThousands(told)) return asThousands(told, source);
  if (told.params!['reason'] === 'quoteText') {
    const value = source.slice(0, 80);
    return { ...told, message: quoteText(value), params: { ...told.params, value } };
  }
  if (!CODE.test(source)) return told;
  return { ...told, message: quoteIt(source), params: { ...told.params, value: source } };
}

/** `1.000` is one to the format; whoever writes it may mean a thousand. */
function asThousands<T extends ScoringError>(told: T, source: string): T {
  const meant = meantByThousands(source);
  if (meant === undefined) return told;
  const reason = told.code === 'part.max.cut' ? { reason: 'thousands' } : {};
  const params = { ...told.params, ...reason, written: source, meant };
  return {
    ...told,
    message: `${told.message}; if ${source} stands for ${meant}, write ${meant}`,
    params,
  };
}

function ownPosition({ params }: ScoringError): TextPosition | undefined {
  const { line, column } = params ?? {};
  return line === undefined ? undefined : ({ line, column } as TextPosition);
}
