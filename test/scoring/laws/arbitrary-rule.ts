import type { JsonObject } from '@thidua/scoring';
import * as fc from 'fast-check';

/** A rule as a scale writes it, what its criterion is worth, and entries for it: most of them right, some not. */
export interface RuleCase {
  digits: number;
  max: string;
  rule: JsonObject & { kind: string };
  target: string | undefined;
  entries: JsonObject[];
}

/** Short numbers and such as no double holds; most have few decimals, as figures do. */
const size = fc.oneof(
  { weight: 12, arbitrary: fc.nat(200) },
  { weight: 3, arbitrary: fc.nat(100_000) },
  { weight: 2, arbitrary: fc.nat({ max: Number.MAX_SAFE_INTEGER }) },
  // Near the bounds within which doubles are whole numbers.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 20, max: 53 }), fc.integer({ min: -2, max: 2 }))
      .map(([e, off]) => 2 ** e + off),
  },
);
const fraction = fc.oneof(
  { weight: 16, arbitrary: fc.constant('') },
  { weight: 8, arbitrary: fc.stringMatching(/^\d{1,2}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^\d{3,12}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^\d{30,40}$/) },
);
const text = fc
  .tuple(
    fc.oneof(
      { weight: 40, arbitrary: size.map(String) },
      { weight: 1, arbitrary: fc.stringMatching(/^[1-9]\d{20,39}$/) },
    ),
    fraction,
  )
  .map(([whole, decimals]) => (decimals === '' ? whole : `${whole}.${decimals}`));

/** As text or, where a double says it, as a number. */
const decimal = fc
  .tuple(text, fc.boolean())
  .map(([written, asText]) => (asText || written.replace('.', '').length > 15 ? written : Number(written)));
const value = fc.oneof(
  { weight: 30, arbitrary: decimal },
  { weight: 1, arbitrary: fc.constantFrom(-1, '-0.5', -0, '', null, true, '1e3', 'abc', [], {}) },
);
const whole = fc.oneof({ weight: 8, arbitrary: size }, { weight: 1, arbitrary: value });
const positive = text.filter((written) => /[1-9]/.test(written));

const maybe = <T>(key: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.option(arbitrary).map((drawn) => (drawn === null ? {} : { [key]: drawn }));
const join = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<JsonObject> =>
  fc.tuple(...parts).map((drawn) => Object.assign({}, ...drawn) as JsonObject);

/** Points that a rule may name: all of the max, or less than one. */
const named = (max: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(max),
    fc.stringMatching(/^0\.0\d{0,8}$/).filter((written) => Number(written) <= Number(max)),
    fc
      .nat(9)
      .map((part) => String((Number(max) * part) / 10))
      .filter((written) => /^\d+(\.\d{1,40})?$/.test(written)),
  );

const direction = maybe('direction', fc.constantFrom('higher', 'lower'));
const planned = join(fc.record({ actual: value }), maybe('plan', value));
const LABELS = ['a', 'b', 'c'];
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const bands = (max: string): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      // An end below 0 is of no use, and allowed.
      fc.uniqueArray(
        fc.oneof({ weight: 9, arbitrary: text }, { weight: 2, arbitrary: fc.constantFrom('-1', '-0.5') }),
        {
          minLength: 1,
          maxLength: 5,
          selector: Number,
        },
      ),
      fc.array(named(max), { minLength: 7, maxLength: 7 }),
      fc.nat(3),
    )
    .map(([ends, points, gaps]) => {
      const sorted = ends.toSorted((a, b) => Number(a) - Number(b));
      const all = [...sorted, undefined].map((to, i) => ({
        ...(i > 0 && { from: sorted[i - 1]! }),
        ...(to !== undefined && { to }),
        points: points[i]!,
      }));
      const kept = all.filter((_, i) => gaps === 0 || i % (gaps + 1) !== gaps);
      return { bands: kept, ...(kept.length < all.length && { else: points[6]! }) } as JsonObject;
    });

/** By kind: the fields of a rule worth `max`, and an entry for it. */
const KINDS: Readonly<
  Record<string, (max: string) => [rule: fc.Arbitrary<JsonObject>, entry: fc.Arbitrary<JsonObject>]>
> = {
  direct: (max) => [
    join(maybe('step', fc.constantFrom('0.25', '0.05', '1', '0.3333', '12345678901234567890.5'))),
    fc.record({
      points: fc.oneof(
        value,
        named(max),
        fc.nat(399).map((quarters) => quarters / 4),
      ),
    }),
  ],
  ratio: () => [join(direction, maybe('threshold', fc.oneof(text, fc.nat(130))), maybe('plan', positive)), planned],
  increment: (max) => [
    join(
      direction,
      fc.record({ base: named(max) }),
      maybe('per', positive),
      maybe('gain', text),
      maybe('loss', text),
      maybe('steps', fc.constantFrom('whole', 'proportional')),
      maybe('plan', positive),
    ),
    planned,
  ],
  bands: (max) => [
    join(bands(max), direction, maybe('on', fc.constantFrom('actual', 'percent')), maybe('plan', positive)),
    planned,
  ],
  count: () => [fc.record({ each: text }), fc.record({ count: whole })],
  choice: (max) => [
    fc.tuple(named(max), named(max)).map(([a, b]) => ({ options: { a, b } })),
    fc.record({ choice: fc.constantFrom<JsonObject[string]>('a', 'b', 'a', 'b', 'c', 1, null) }),
  ],
  deadline: () => [
    fc.record({ due: day, perDay: text }),
    fc.record({ on: fc.oneof(day, day, fc.constantFrom<JsonObject[string]>('2022-02-30', 5)) }),
  ],
  checklist: (max) => [
    fc.tuple(named(max), named(max), named(max)).map(([a, b, c]) => ({ items: { a, b, c } })),
    fc.record({
      done: fc.oneof(
        { weight: 9, arbitrary: fc.subarray(LABELS) },
        { weight: 1, arbitrary: fc.constantFrom<JsonObject[string]>(['a', 'a'], ['d'], [1], 'a') },
      ),
    }),
  ],
  panel: (max) => {
    const outOf = fc.oneof(fc.constant(max), fc.constantFrom('10', '100', '9.5'));
    const mark = fc.oneof(
      { weight: 60, arbitrary: fc.nat(4 * Math.min(9, Math.floor(Number(max)))).map((quarters) => quarters / 4) },
      { weight: 4, arbitrary: named(max) },
      { weight: 1, arbitrary: value },
    );
    return [
      join(
        maybe('outOf', outOf),
        maybe('step', fc.constantFrom('0.25', '0.25', '0.05', '0.3333')),
        maybe('how', fc.constantFrom('mean', 'median')),
        maybe('drop', fc.nat(1)),
        maybe('least', fc.nat(4)),
      ),
      fc.record({
        marks: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'j '), mark, {
          minKeys: 3,
          maxKeys: 7,
          noNullPrototype: true,
        }),
      }),
    ];
  },
  tally: () => [
    join(fc.record({ weights: fc.record({ a: text, b: text }) }), maybe('exempt', fc.subarray(['x', 'z']))),
    fc.record({
      tally: fc.dictionary(fc.constantFrom('a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'x', 'y'), whole, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    }),
  ],
};

/** The kinds that may offer a kernel. */
export const KERNEL_KINDS = Object.keys(KINDS);

export const arbitraryRule = (kind: string): fc.Arbitrary<RuleCase> =>
  fc
    .tuple(
      fc.nat(6),
      fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }) },
        size.filter((drawn) => drawn > 0),
      ),
      fc.nat(99),
    )
    .chain(([digits, points, cents]) => {
      const max = digits >= 2 && cents % 3 === 1 ? `${points}.${String(cents).padStart(2, '0')}` : String(points);
      const [rule, entry] = KINDS[kind]!(max);
      return fc.record({
        digits: fc.constant(digits),
        max: fc.constant(max),
        rule: rule.map((fields) => ({ kind, ...fields })),
        target: fc.option(positive, { nil: undefined }),
        entries: fc.array(entry, { minLength: 1, maxLength: 12 }),
      });
    });
