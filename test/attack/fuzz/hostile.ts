import type { JsonValue } from '@thidua/scoring';
import type { Chance } from './chance.js';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Texts that somebody's code once stumbled over. */
export const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u200b',
    '\ud800',
    '\uffff',
    'e\u0301',
    '\u202e',
    '\r\n',
    '💥',
    '%00',
    '..',
    '../../x',
  ],
  ...[
    "'; DROP TABLE session; --",
    '${7*7}',
    '<script>',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '1e999',
  ],
  ...['u1', 'u2', 'c1', 'A', 'B', 'self', 'office', 'chung', '-0', '0x10', '1,5', '1'.repeat(400), 'x'.repeat(70_000)],
];

const NUMBERS = [0, -0, -1, 1, 1.5, 2 ** 31, 2 ** 53, 1e21, 1e308, 5e-324, 999_999_999_999_999];
const OTHERS: readonly (() => JsonValue)[] = [
  () => null,
  () => true,
  () => [],
  () => ({}),
  () => [[]],
  () => ({ __proto__x: 1, length: -1 }),
  () => Array<number>(3_000).fill(1),
  () => Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}`, index])),
];

export function hostileValue(chance: Chance): JsonValue {
  if (chance.isHit(0.5)) return chance.of(TEXTS);
  return chance.isHit(0.5) ? chance.of(NUMBERS) : chance.of(OTHERS)();
}

/** A plain value with one or a few of its places changed: replaced, left out, repeated, renamed. */
export function mutateValue(chance: Chance, value: JsonValue): JsonValue {
  const copy = structuredClone(value);
  const holders = holdersIn(copy);
  if (holders.length === 0 || chance.isHit(0.03)) return hostileValue(chance);
  for (let changes = 1 + chance.below(3); changes > 0; changes -= 1) {
    const holder = chance.of(holders) as Record<string, JsonValue>;
    const key = chance.of([...Object.keys(holder), 'extra']);
    const what = chance.below(5);
    if (what === 0) delete holder[key];
    else if (what === 1 && Array.isArray(holder))
      holder.push(structuredClone(chance.of([...(holder as JsonValue[]), null])));
    else if (what === 2 && !Array.isArray(holder)) holder[chance.of(TEXTS).slice(0, 100)] = hostileValue(chance);
    else holder[key] = hostileValue(chance);
  }
  return copy;
}

/** The text with something in it changed that no value could say. */
export function mutateText(chance: Chance, text: string): string {
  const at = chance.below(text.length + 1);
  const until = Math.min(text.length, at + chance.below(20));
  const put = chance.of([
    ...[
      '',
      '\u0000',
      '"',
      '\\',
      '\\u0000',
      '\\ud800',
      '{',
      ']',
      ',',
      ':',
      '&a *a',
      '!!js',
      '\ufeff',
      '1e400',
      '9'.repeat(2_000),
    ],
    ...[
      deep(100),
      deep(3_000),
      '{"a":'.repeat(500),
      `"__proto__":{},`,
      `${text.slice(at, until)}${text.slice(at, until)}`,
    ],
  ]);
  return chance.isHit(0.15) ? text.slice(0, at) : text.slice(0, at) + put + text.slice(until);
}

function holdersIn(value: JsonValue): (JsonValue[] | Record<string, JsonValue>)[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap((each) => holdersIn(each as JsonValue))];
}
