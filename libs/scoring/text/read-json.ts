import { MAX_NUMBER_DIGITS } from '../number/decimal.js';
import { JSON_FAULTS, type JsonFault } from './json-faults.js';
import { hasLoneSurrogate, MAX_DEPTH, setMember, type JsonObject, type JsonValue } from './json-value.js';
import { KnownTexts } from './known-texts.js';
import { hasTooManyMarks, mayChange, nfc } from './nfc.js';
import { readNumberToken } from './number-token.js';
import { decimalComma } from './decimal-comma.js';
import { at, type Path } from './path.js';
import type { ErrorParams, Problems } from './problems.js';
import { tellRepeated, WrittenKeys } from './repeated-keys.js';
import { positionOf } from './text-position.js';

/** Thrown inside this file at the first place after which the text means nothing. */
class JsonSyntaxError extends Error {
  constructor(
    readonly reason: JsonFault,
    readonly offset: number,
    readonly params: ErrorParams = {},
  ) {
    super(JSON_FAULTS[reason]);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const KNOWN_ESCAPE = /\\(?:[bfnrt"\\/]|u[0-9a-fA-F]{4})/y;
const MAX_DUPLICATES = 50;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/**
 * Reads strict JSON (RFC 8259). Unlike the host's reader it refuses duplicate keys, sees a number as it
 * was written, bounds nesting, and composes texts. Undefined when the text is not JSON; errors are in `problems`.
 */
export function readJson(text: string, problems: Problems): JsonValue | undefined {
  try {
    return new JsonReader(text, problems).read();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { line, column } = positionOf(text, error.offset);
    problems.add('file.syntax', null, `${error.message} at line ${line}, column ${column}`, {
      reason: error.reason,
      line,
      column,
      ...error.params,
    });
    return undefined;
  }
}

class JsonReader {
  private offset = 0;
  private duplicates = 0;
  /** Whether the text read last may have to be composed (spec: texts are read in NFC). */
  private loose = false;
  private readonly texts = new KnownTexts();
  /** Keys and indexes on the way to the value being read; a path is made of them only when somebody asks. */
  private readonly steps: (string | number)[] = [];

  constructor(
    private readonly text: string,
    private readonly problems: Problems,
  ) {}

  read(): JsonValue {
    if (this.text.charCodeAt(0) === 0xfeff) this.offset = 1;
    const value = this.value(0);
    this.skipSpace();
    if (this.offset < this.text.length) this.fail('trailing');
    return value;
  }

  private value(depth: number): JsonValue {
    this.skipSpace();
    switch (this.text.charCodeAt(this.offset)) {
      case 0x7b:
        return this.object(this.deeper(depth));
      case 0x5b:
        return this.array(this.deeper(depth));
      case 0x22:
        return this.composed();
      case 0x74:
        return this.word('true', true);
      case 0x66:
        return this.word('false', false);
      case 0x6e:
        return this.word('null', null);
      default:
        return this.wholeNumber() ?? this.number(depth);
    }
  }

  private deeper(depth: number): number {
    if (depth >= MAX_DEPTH) this.fail('depth');
    return depth + 1;
  }

  private object(depth: number): JsonObject {
    const object: JsonObject = {};
    let written: WrittenKeys | undefined;
    this.offset++;
    this.skipSpace();
    if (this.take(0x7d)) return object;
    for (;;) {
      this.skipSpace();
      const start = this.offset;
      if (this.text.charCodeAt(start) !== 0x22) this.failKey();
      const raw = this.string();
      const key = this.loose ? nfc(raw) : raw;
      this.steps[depth - 1] = key;
      if (key !== raw) written ??= new WrittenKeys();
      const isSame = written?.isSame(key, raw) ?? true;
      if (Object.hasOwn(object, key)) this.tellDuplicate(depth, key, isSame, start);
      this.skipSpace();
      if (!this.take(0x3a)) this.fail('colon');
      setMember(object, key, this.value(depth));
      this.skipSpace();
      if (this.take(0x7d)) return object;
      if (!this.take(0x2c)) this.fail('objectEnd');
    }
  }

  private array(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.offset++;
    this.skipSpace();
    if (this.take(0x5d)) return items;
    for (;;) {
      this.steps[depth - 1] = items.length;
      items.push(this.value(depth));
      this.skipSpace();
      if (this.take(0x5d)) return items;
      if (!this.take(0x2c)) this.fail('listEnd');
    }
  }

  private composed(): string {
    const text = this.string();
    return this.loose ? nfc(text) : text;
  }

  /** A string as it is written, its escapes undone. */
  private string(): string {
    const { text } = this;
    const start = this.offset + 1;
    let plain = true;
    let loose = false;
    let hash = 0;
    let end = start;
    for (; ; end++) {
      const unit = text.charCodeAt(end);
      if (unit === 0x22) break;
      if (unit === 0x5c) {
        plain = false;
        end++;
      } else if (unit < 0x20) {
        this.fail('control', end);
      } else if (unit >= 0x300) {
        if (unit >= 0xd800 && unit <= 0xdfff) plain = false;
        loose ||= mayChange(unit);
      } else if (Number.isNaN(unit)) {
        this.fail('unclosed', start - 1);
      }
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    this.offset = end + 1;
    this.loose = loose || !plain;
    const value = plain ? this.texts.slice(text, start, end, hash) : this.unescaped(start, end);
    if (!plain && hasLoneSurrogate(value)) this.fail('surrogate', start - 1);
    if (this.loose && hasTooManyMarks(value)) this.fail('accents', start - 1);
    return value;
  }

  private unescaped(start: number, end: number): string {
    const raw = this.text.slice(start, end);
    return raw.includes('\\') ? this.unescape(start, end) : raw;
  }

  /** The host undoes escapes; where it refuses, the first wrong one is looked for. */
  private unescape(start: number, end: number): string {
    try {
      return JSON.parse(this.text.slice(start - 1, end + 1)) as string;
    } catch {
      let mark = this.text.indexOf('\\', start);
      for (let known = KNOWN_ESCAPE; ; mark = this.text.indexOf('\\', known.lastIndex)) {
        known.lastIndex = mark;
        if (!known.test(this.text)) break;
      }
      return this.fail('escape', mark);
    }
  }

  /** The usual number: at most 15 digits and nothing else, so that the double is what is written. */
  private wholeNumber(): number | undefined {
    const { text, offset } = this;
    let value = 0;
    let end = offset;
    let unit = text.charCodeAt(end);
    for (; isDigit(unit) && end - offset < MAX_NUMBER_DIGITS; unit = text.charCodeAt(++end)) {
      value = value * 10 + unit - 0x30;
    }
    const length = end - offset;
    if (length === 0 || (length > 1 && text.charCodeAt(offset) === 0x30)) return undefined;
    if (isDigit(unit) || unit === 0x2e || unit === 0x65 || unit === 0x45) return undefined;
    this.offset = end;
    return value;
  }

  private number(depth: number): number {
    NUMBER.lastIndex = this.offset;
    const match = NUMBER.exec(this.text);
    if (match === null) {
      this.fail(this.offset >= this.text.length ? 'early' : 'value');
    }
    this.offset += match[0].length;
    return readNumberToken(match[0], this.place(depth), this.problems);
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.offset)) this.fail('value');
    this.offset += word.length;
    return value;
  }

  private take(unit: number): boolean {
    if (this.text.charCodeAt(this.offset) !== unit) return false;
    this.offset++;
    return true;
  }

  private skipSpace(): void {
    for (; ; this.offset++) {
      const unit = this.text.charCodeAt(this.offset);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    }
  }

  /** Where the value stands that is being read at this depth. */
  private place(depth: number): Path | null {
    return this.steps.slice(0, depth).reduce(at, null);
  }

  private tellDuplicate(depth: number, key: string, isSame: boolean, offset: number): void {
    // Finding a line costs a pass over the text, so a file of nothing but repeated keys must not get them all.
    if (++this.duplicates > MAX_DUPLICATES) this.fail('tooManyRepeated', offset);
    tellRepeated(this.place(depth - 1), key, isSame, positionOf(this.text, offset), this.problems);
  }

  /** Where a key is expected; digits there, right behind a number and a comma, are the decimals of that number. */
  private failKey(): never {
    const { text, offset } = this;
    const before = /[-.\d]+(?=,$)/.exec(text.slice(Math.max(0, offset - 50), offset))?.[0];
    const after = /^\d+/.exec(text.slice(offset, offset + 50))?.[0];
    const comma = decimalComma(before, after);
    if (comma === undefined) return this.fail('key');
    throw new JsonSyntaxError('comma', offset, { ...comma });
  }

  private fail(reason: JsonFault, offset = this.offset): never {
    throw new JsonSyntaxError(reason, offset);
  }
}
