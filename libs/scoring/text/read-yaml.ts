import { isAlias, isMap, isScalar, isSeq, type CST, type ErrorCode, type ParsedNode, type Scalar } from 'yaml';
import { decimalComma } from './decimal-comma.js';
import { hasLoneSurrogate, MAX_DEPTH, setMember, type JsonObject, type JsonValue } from './json-value.js';
import { hasTooManyMarks, nfc } from './nfc.js';
import { readNumberToken } from './number-token.js';
import { at, type Path } from './path.js';
import type { ErrorParams, Problems } from './problems.js';
import { tellRepeated, WrittenKeys } from './repeated-keys.js';
import { positionOf } from './text-position.js';
import { composeTokens } from './yaml-document.js';
import { tellFaults } from './yaml-faults.js';
import { parseYamlTokens, YamlLimit } from './yaml-tokens.js';
import { findUnclosed } from './yaml-unclosed.js';

/** How many repeated keys and the like are told: each costs a pass over the text to find its line. */
const MAX_TOLD = 50;
/** How many values aliases may add to a document: enough to share rules between scales, too few for a bomb. */
const MAX_ALIASED = 20_000;

const MANY_MARKS = 'more than 30 combining marks in a row';

/** Why a text is refused: the library's own code where it is its fault, ours where the text is YAML but no file. */
type YamlFault = ErrorCode | 'plainKey' | 'surrogate' | 'accents' | 'alias' | 'aliases';

/** With `stringKeys` a key that is no scalar with a text, or an alias, is an error of the library. */
interface Item {
  key: Scalar.Parsed & { value: string };
  value: ParsedNode | null;
}

/** A value with its size and height, which is what an alias of it costs. */
interface Measured {
  value: JsonValue;
  size: number;
  height: number;
}

/** Reads YAML 1.2, core schema, one document, into a plain JSON value. Undefined when it is not such a text. */
export function readYaml(text: string, problems: Problems): JsonValue | undefined {
  const tokens = tokensOf(text, problems);
  if (tokens === undefined) return undefined;
  const document = composeTokens(tokens, text);
  // A warning tells of a tag or directive that would be ignored: that is an error for a file that decides awards.
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) tellFaults(text, faults, findUnclosed(tokens, text), problems);
  if (document.errors.length > 0) return undefined;
  return new YamlReader(text, problems).read(document.contents, null, 0).value;
}

function tokensOf(text: string, problems: Problems): CST.Token[] | undefined {
  try {
    return parseYamlTokens(text);
  } catch (error) {
    if (!(error instanceof YamlLimit)) throw error;
    problems.add('file.syntax', null, error.message, { reason: error.reason, ...error.params });
    return undefined;
  }
}

class YamlReader {
  private readonly anchors = new Map<string, Measured>();
  private aliased = 0;
  private tooLarge = false;
  private told = 0;

  constructor(
    private readonly text: string,
    private readonly problems: Problems,
  ) {}

  read(node: ParsedNode | null, path: Path | null, depth: number): Measured {
    if (node === null) return leaf(null);
    if (isAlias(node)) return this.alias(node.source, node.range[0], path, depth);
    const measured = this.fresh(node, path, depth);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, measured);
    return measured;
  }

  private fresh(node: ParsedNode, path: Path | null, depth: number): Measured {
    if (isMap(node)) return this.map(node.items as Item[], path, depth);
    if (!isSeq(node)) return leaf(isScalar(node) ? this.scalar(node, path) : null);
    const all = { value: [] as JsonValue[], size: 1, height: 1 };
    node.items.forEach((item, index) => {
      all.value.push(grow(all, this.read(item as ParsedNode | null, at(path, index), depth + 1)));
    });
    return all;
  }

  private map(items: readonly Item[], path: Path | null, depth: number): Measured {
    const value: JsonObject = {};
    const all = { value, size: 1, height: 1 };
    const written = new WrittenKeys();
    for (const [index, item] of items.entries()) {
      const raw = item.key.value;
      if (hasLoneSurrogate(raw)) {
        this.tell(item.key, path, 'a key must be plain text', { reason: 'plainKey' });
        continue;
      }
      if (hasTooManyMarks(raw)) this.tell(item.key, path, MANY_MARKS, { reason: 'accents' });
      const key = nfc(raw);
      if (this.isComma(items[index - 1], item, raw, path)) continue;
      const isSame = written.isSame(key, raw);
      if (Object.hasOwn(value, key) && ++this.told <= MAX_TOLD) {
        tellRepeated(path, key, isSame, positionOf(this.text, item.key.range[0]), this.problems);
      }
      setMember(value, key, grow(all, this.read(item.value, at(path, key), depth + 1)));
    }
    return all;
  }

  /** `{max: 60,5}` is read as a max of 60 and a key `5` of nothing: whoever removes that key has another number. */
  private isComma(before: Item | undefined, { value }: Item, raw: string, path: Path | null): boolean {
    if (value !== null || !isScalar(before?.value) || before.value.type !== 'PLAIN') return false;
    const comma = decimalComma(before.value.source, raw);
    if (comma === undefined) return false;
    if (++this.told <= MAX_TOLD) {
      const { line, column } = positionOf(this.text, before.value.range[0]);
      const params = { reason: 'comma', key: raw, ...comma, line, column } as const;
      const message = `a decimal is written with a point: ${comma.point}`;
      this.problems.add('field.unknown', at(path, nfc(raw)), message, params);
    }
    return true;
  }

  private scalar(node: Scalar.Parsed, path: Path | null): JsonValue {
    const value: unknown = node.value;
    if (typeof value === 'number') {
      const source = node.source ?? String(value);
      if (!/\d/.test(source)) {
        // .inf and .nan are numbers of YAML alone.
        const params = { reason: 'noNumber', value: source };
        this.problems.add('field.range', path, `${source} is no number`, params);
        return 0;
      }
      // 0x1F and 0o17 are whole numbers of the core schema; exact while the double is.
      if (/[xo]/.test(source) && Number.isSafeInteger(value)) return value;
      return readNumberToken(source, path, this.problems);
    }
    if (typeof value === 'string') {
      if (hasLoneSurrogate(value)) {
        this.tell(node, path, 'half of a surrogate pair in a string', { reason: 'surrogate' });
      } else if (hasTooManyMarks(value)) this.tell(node, path, MANY_MARKS, { reason: 'accents' });
      return nfc(value);
    }
    return value as boolean | null;
  }

  private alias(name: string, offset: number, path: Path | null, depth: number): Measured {
    const target = this.anchors.get(name);
    if (target === undefined) {
      if (++this.told <= MAX_TOLD) {
        const params = { reason: 'alias', name: name.slice(0, 80) } as const;
        tellAt(this.text, offset, path, `alias *${name} names no finished value`, this.problems, params);
      }
      return leaf(null);
    }
    if (this.tooLarge) return leaf(null);
    this.aliased += target.size;
    if (this.aliased <= MAX_ALIASED && depth + target.height <= MAX_DEPTH) return target;
    this.tooLarge = true; // told once: a bomb has thousands of them
    const params = { reason: 'aliases', most: MAX_ALIASED, depth: MAX_DEPTH } as const;
    tellAt(this.text, offset, path, 'aliases make the document too large', this.problems, params);
    return leaf(null);
  }

  private tell(node: ParsedNode, path: Path | null, message: string, params: Told): void {
    if (++this.told <= MAX_TOLD) tellAt(this.text, node.range[0], path, message, this.problems, params);
  }
}

const leaf = (value: JsonValue): Measured => ({ value, size: 1, height: 0 });

function grow(all: { size: number; height: number }, part: Measured): JsonValue {
  all.size += part.size;
  all.height = Math.max(all.height, part.height + 1);
  return part.value;
}

type Told = ErrorParams & { reason: YamlFault };

function tellAt(
  text: string,
  offset: number,
  path: Path | null,
  message: string,
  problems: Problems,
  params: Told,
): void {
  const { line, column } = positionOf(text, offset);
  problems.add('file.syntax', path, `${message} at line ${line}, column ${column}`, { line, column, ...params });
}
