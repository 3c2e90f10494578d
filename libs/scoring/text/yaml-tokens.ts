import { Lexer, Parser, type CST } from 'yaml';
import { MAX_DEPTH } from './json-value.js';

/** The document itself and a scalar are open besides the collections. */
const MAX_OPEN = MAX_DEPTH + 8;
/** Some ten times the largest real file in YAML, and what reads in a few seconds; larger ones are for JSON. */
const MAX_CHARACTERS = 4 * 1024 * 1024;
/** Keys of one object. The format's objects have a dozen, and as many labels as somebody can name. */
const MAX_KEYS = 5_000;
/** Items of one list: a file of 4 MiB has room for about as many entries. */
const MAX_ITEMS = 100_000;
/** Anchors, aliases, tags and directives of a text. The library takes more than linear time over them. */
const MAX_MARKS = 5_000;
const MAX_COMMENTS = 50_000;
/** Errors of the concrete syntax after which the rest of a text is not read. */
const MAX_FAULTS = 1_000;

/** What the library says comes before the text of a scalar, which may begin with any sign. */
const SCALAR_FOLLOWS = '\x1f';

/** Why a text is not read to its end. */
export class YamlLimit extends Error {
  constructor(
    readonly reason: 'size' | 'depth' | 'keys' | 'items' | 'marks' | 'comments' | 'faults' | 'documents',
    message: string,
    /** The most there may be. */
    readonly params: { most?: number } = {},
  ) {
    super(message);
  }
}

/**
 * The concrete syntax of a YAML text. Throws YamlLimit as soon as the text goes beyond what any competition needs:
 * a hostile text must not take the time that a useful one of its size may. The library's parser is iterative but
 * what composes its tokens into values recurses, so depth is measured in between.
 */
export function parseYamlTokens(text: string): CST.Token[] {
  if (text.length > MAX_CHARACTERS) {
    throw new YamlLimit('size', `YAML of more than ${MAX_CHARACTERS} characters; larger files are written as JSON`, {
      most: MAX_CHARACTERS,
    });
  }
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  const limits = new Limits();
  const keep = (token: CST.Token): void => {
    limits.token(token);
    tokens.push(token);
  };
  // The library's own loop over lexemes, left where a limit is passed.
  for (const lexeme of new Lexer().lex(text)) {
    limits.lexeme(lexeme);
    for (const token of parser.next(lexeme)) keep(token);
    checkOpen(parser.stack);
  }
  for (const token of parser.end()) keep(token);
  for (const token of tokens) if (token.type === 'document' && token.value !== undefined) checkDepth(token.value);
  return tokens;
}

/** Counts what a hostile text has too many of. */
class Limits {
  private readonly counts = { marks: 0, comments: 0, faults: 0, documents: 0 };
  private previous = '';

  lexeme(lexeme: string): void {
    if (this.previous !== SCALAR_FOLLOWS) {
      const sign = lexeme.charAt(0);
      if (MARKS.includes(sign)) this.count('marks', MAX_MARKS, 'anchors, aliases, tags and directives');
      else if (sign === '#') this.count('comments', MAX_COMMENTS, 'comments');
      else if (REPEATED.includes(sign) && this.previous.startsWith(sign)) this.fault();
    }
    if (!SPACES.includes(lexeme.charAt(0))) this.previous = lexeme;
  }

  token({ type }: CST.Token): void {
    if (type === 'error') this.fault();
    if (type === 'document' && ++this.counts.documents > 1) {
      throw new YamlLimit('documents', 'exactly one document is expected');
    }
  }

  private fault(): void {
    this.count('faults', MAX_FAULTS, 'places that are no YAML');
  }

  private count(reason: 'marks' | 'comments' | 'faults', most: number, what: string): void {
    if (++this.counts[reason] > most) throw new YamlLimit(reason, `more than ${most} ${what}`, { most });
  }
}

const MARKS = ['&', '*', '!', '%'];
/** Two of them in a row are an error each, though not one of the concrete syntax. */
const REPEATED = [',', '"', "'"];
const SPACES = [' ', '\t', '\n', '\r'];

function checkOpen(stack: readonly CST.Token[]): void {
  if (stack.length > MAX_OPEN) tooDeep();
  const top = stack[stack.length - 1];
  if (top === undefined || !('items' in top) || top.items.length <= MAX_KEYS) return;
  const isList = top.type === 'block-seq' || (top.type === 'flow-collection' && top.start.type === 'flow-seq-start');
  if (!isList) throw new YamlLimit('keys', `more than ${MAX_KEYS} keys in one object`, { most: MAX_KEYS });
  if (top.items.length > MAX_ITEMS)
    throw new YamlLimit('items', `more than ${MAX_ITEMS} items in one list`, { most: MAX_ITEMS });
}

function checkDepth(root: CST.Token): void {
  const open: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!('items' in next.token)) continue;
    if (next.depth >= MAX_DEPTH) tooDeep();
    for (const item of next.token.items) {
      if (item.key) open.push({ token: item.key, depth: next.depth + 1 });
      if (item.value) open.push({ token: item.value, depth: next.depth + 1 });
    }
  }
}

function tooDeep(): never {
  throw new YamlLimit('depth', `nesting deeper than ${MAX_DEPTH} levels`, { most: MAX_DEPTH });
}
