import { CST } from 'yaml';

/** A bracket or quote that nothing closes. */
export interface Unclosed {
  reason: 'bracket' | 'unclosed';
  /** Where it stands, and how far what it opens was taken to go. */
  offset: number;
  end: number;
  open: string;
  close: string;
}

const CLOSED_BY: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"', "'": "'" };

/**
 * What is opened in a text and never closed, the innermost of several: the library tells of it where it goes on reading,
 * which may be lines below. A bracket with its other half in the text is none of them: what stands between them is wrong,
 * mostly its indentation. Tokens nest no deeper than `parseYamlTokens` lets them.
 */
export function findUnclosed(tokens: readonly CST.Token[], text: string): Unclosed[] {
  const found: Unclosed[] = [];
  for (const token of tokens) if (token.type === 'document') search(token.value, found);
  if (found.length === 0) return found;
  const alone = bracketsAlone(text);
  return found.filter(({ reason, offset }) => reason === 'unclosed' || alone.has(offset));
}

/** Where the opening brackets without another half stand, of each kind by itself. */
function bracketsAlone(text: string): Set<number> {
  const open: Record<string, number[]> = { '}': [], ']': [] };
  for (const { 0: sign, index } of text.matchAll(/[{}[\]]/g)) {
    const closing = CLOSED_BY[sign];
    if (closing === undefined) open[sign]!.pop();
    else open[closing]!.push(index);
  }
  return new Set(Object.values(open).flat());
}

/** True where something is not closed in the token. */
function search(token: CST.Token | null | undefined, found: Unclosed[]): boolean {
  if (!token) return false;
  if (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') {
    const open = token.source.charAt(0);
    return (token.source.length < 2 || !token.source.endsWith(open)) && keep(token, 'unclosed', open, found);
  }
  if (!('items' in token)) return false;
  let isInside = false;
  for (const { key, value } of token.items) {
    if (search(key, found)) isInside = true;
    if (search(value, found)) isInside = true;
  }
  if (token.type !== 'flow-collection') return isInside;
  const open = token.start.source;
  const isClosed = token.end.some((each) => 'source' in each && each.source === CLOSED_BY[open]);
  return isInside || (!isClosed && keep(token, 'bracket', open, found));
}

function keep(token: CST.Token, reason: Unclosed['reason'], open: string, found: Unclosed[]): true {
  const end = token.offset + CST.stringify(token).length;
  found.push({ reason, offset: token.offset, end, open, close: CLOSED_BY[open]! });
  return true;
}
