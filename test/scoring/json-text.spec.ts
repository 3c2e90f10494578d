import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, parseText, writeCanonicalJson, type JsonValue } from '@thidua/scoring';
import * as fc from 'fast-check';
import { valueOf } from './read-file.js';

const RUNS = { numRuns: 200 };

/** Few texts, so that they meet again: short, long, to be escaped, of a prototype, and such as look like indexes. */
const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', '10', '9', '__proto__', 'toString', 'é"\\\n', '😀', `${'x'.repeat(40)}a`),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((each) => each.normalize('NFC')),
);
/** Up to 15 digits, as a file may write them without quotes. */
const number = fc.oneof(
  fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9, max: 12 }))
    .map(([n, e]) => Number(`${n}e${e}`)),
);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('json')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));
/** As in a file: many objects, most of them with the keys of the one before. */
const list = fc
  .tuple(
    fc.array(fc.dictionary(text, scalar, { maxKeys: 5 }), { minLength: 1, maxLength: 3 }),
    fc.nat(600),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([kinds, length, run]) => Array.from({ length }, (_, i) => kinds[Math.floor(i / run) % kinds.length]!));

/** The definition of canonical JSON at its shortest. */
function define(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(define).join(',')}]`;
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${define(value[key]!)}`).join(',')}}`;
}

describe('JSON of any shape', () => {
  it.each([
    ['a value', json],
    ['a long list', list],
  ])('is read as the host reads it: %s', (_what, arbitrary: fc.Arbitrary<JsonValue>) => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('', ' ', '\t'), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        const read = valueOf(parseText(written, 'json'));
        expect(read).toStrictEqual(JSON.parse(written));
        expect(JSON.stringify(read, null, indent)).toBe(written);
      }),
      RUNS,
    );
  });

  it('keeps many texts of the same length apart', () => {
    const texts = Array.from({ length: 30_000 }, (_, i) => `U${(i * 7919) % 90_000}`);
    const value = texts.map((each) => ({ [each]: each }));
    expect(valueOf(parseText(JSON.stringify(value), 'json'))).toEqual(value);
  });

  it.each([
    ['a value', json],
    ['a long list', list],
  ])('has the canonical text of the definition: %s', (_what, arbitrary: fc.Arbitrary<JsonValue>) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(canonicalJson(value)).toBe(define(value));
      }),
      RUNS,
    );
  });

  it('has the same hash when it is written part by part', () => {
    const value = Array.from({ length: 5_000 }, (_, i) => ({ name: `Đơn vị 😀 ${i}`, [`k${i % 7}`]: i / 8 }));
    const hash = createHash('sha256');
    const lengths: number[] = [];
    writeCanonicalJson(value, (part) => {
      hash.update(part);
      lengths.push(part.length);
    });
    expect(hash.digest('hex')).toBe(createHash('sha256').update(define(value)).digest('hex'));
    expect(lengths.length).toBeGreaterThan(5);
    expect(Math.max(...lengths)).toBeLessThan(100_000);
  });

  it('has no canonical text with what no file can hold', () => {
    let deep: JsonValue = 1;
    for (let depth = 0; depth < 64; depth++) deep = [deep];
    expect(canonicalJson(deep)).toBe(JSON.stringify(deep));
    const wrong: JsonValue[] = [NaN, Infinity, -Infinity, '\ud800', 'a\udc00b', { '\ud800': 1 }, [deep], { a: deep }];
    for (const value of wrong) expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(canonicalJson({ a: undefined, b: -0 } as unknown as JsonValue)).toBe('{"b":0}');
  });

  it('is refused where a number is none to the host', () => {
    const sign = fc.constantFrom(...'0123456789.eE+-'.split(''));
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 6 }), (token) => {
        const outcome = parseText(`[${token}]`, 'json');
        const host = hostRead(`[${token}]`);
        if (outcome.ok) read++;
        else refused++;
        if (outcome.ok) expect(outcome.value).toEqual(host);
        else expect(outcome.errors.at(-1)!.code).toBe(host === undefined ? 'file.syntax' : 'field.range');
      }),
      { numRuns: 5_000 },
    );
    expect(Math.min(read, refused)).toBeGreaterThan(100);
  });

  it('names the place of a wrong number and of a repeated key, whatever stands around it', () => {
    const step = fc.oneof(fc.constantFrom('a', 'bc', 'd1'), fc.nat(5));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), fc.boolean(), json, (steps, isNumber, filler) => {
        const around = JSON.stringify([filler, { a: [1, 0.5] }]);
        const wrong = isNumber ? '1234567890123456' : '{"k": 1, "k": 2}';
        const written = steps.reduceRight<string>((inner, each) => {
          if (typeof each === 'number') return `[${`${around},`.repeat(each)}${inner},${around}]`;
          return `{"x": ${around}, ${JSON.stringify(each)}: ${inner}, "y": ${around}}`;
        }, wrong);
        const path = [...steps, ...(isNumber ? [] : ['k'])]
          .map((each) => (typeof each === 'number' ? `[${each}]` : `.${each}`))
          .join('')
          .replace(/^\./, '');
        const outcome = parseText(written, 'json');
        const code = isNumber ? 'field.range' : 'file.syntax';
        expect(outcome).toMatchObject({ ok: false, errors: [{ code, path }] });
      }),
      RUNS,
    );
  });
});

function hostRead(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
