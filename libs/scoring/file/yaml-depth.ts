import { Lexer, Parser, type CST } from 'yaml';
import { MAX_DEPTH } from './json-value.js';

/** The document itself and a scalar are open besides the collections. */
const MAX_OPEN = MAX_DEPTH + 8;

/**
 * The concrete syntax of a YAML text, or null when it nests deeper than a file may. The library's parser
 * is iterative but what composes its tokens into values recurses, so depth is measured in between.
 */
export function parseYamlTokens(text: string): CST.Token[] | null {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  // The library's own loop over lexemes, left as soon as more is open than any allowed document has open.
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_OPEN) return null;
  }
  tokens.push(...parser.end());
  const deep = tokens.some((token) => token.type === 'document' && token.value !== undefined && isTooDeep(token.value));
  return deep ? null : tokens;
}

function isTooDeep(root: CST.Token): boolean {
  const open: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!('items' in next.token)) continue;
    if (next.depth >= MAX_DEPTH) return true;
    for (const item of next.token.items) {
      if (item.key) open.push({ token: item.key, depth: next.depth + 1 });
      if (item.value) open.push({ token: item.value, depth: next.depth + 1 });
    }
  }
  return false;
}
