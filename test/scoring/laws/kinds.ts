import type { JsonObject } from '@thidua/scoring';

/** Whole numbers from which a rule or a value is made; smaller ones make simpler things. */
export type Draw = readonly [number, number, number];

/** How to make rules and values of one kind. Every value made is right for its rule. */
export interface KindMaker {
  rule(max: number, draw: Draw): JsonObject;
  value(rule: JsonObject, max: number, draw: Draw): JsonObject;
  /** A value at least as good, where the rule says that more (or earlier, or less) is better. */
  better?(rule: JsonObject, max: number, value: JsonObject): JsonObject | undefined;
}

const quarters = (units: number): string => (units / 4).toString();
const day = (offset: number): string => new Date(Date.UTC(2022, 5, 1 + offset)).toISOString().slice(0, 10);
const number = (value: unknown): number => Number(value ?? 0);
const directionOf = (drawn: number): JsonObject => (drawn % 3 === 2 ? { direction: 'lower' } : {});
const betterActual = (rule: JsonObject, value: JsonObject): JsonObject => ({
  ...value,
  actual: rule['direction'] === 'lower' ? Math.max(0, number(value['actual']) - 3) : number(value['actual']) + 3,
});

const planValue = ([x, y]: Draw): JsonObject => ({
  actual: x % 150,
  ...(y % 3 === 1 && { plan: 1 + (y % 40) }),
});

const LABELS = ['kém', 'khá', 'tốt'];
const ITEMS = ['a', 'b', 'c'];
const RISING = ['min(full, p * 2 + q / 3)', 'p >= 10 ? full : full * p / 10', 'round(p / 7, 2) + floor(q / 2)'];
const EXPRESSIONS = [...RISING, 'max(0, full - abs(p - q))', 'p == q || !(p < 3) && q != 1 ? ceil(p / 3) : -q + full'];

const LACKING_PLAN = { withoutPlan: 'relative' };
const mark = (rule: JsonObject, max: number, drawn: number): string =>
  quarters(drawn % (4 * number(rule['outOf'] ?? max) + 1));

/** By kind; a kind without a maker here fails the laws' first test. */
export const MAKERS: Readonly<Record<string, KindMaker>> = {
  direct: {
    rule: (_max, [a]) => ({ kind: 'direct', ...(a % 2 === 1 && { step: '0.25' }) }),
    value: (_rule, max, [x]) => ({ points: quarters(x % (4 * max + 1)) }),
    better: (_rule, max, { points }) => ({ points: quarters(Math.min(4 * max, 4 * number(points) + 1)) }),
  },
  ratio: {
    rule: (_max, [a, b, c]) => ({
      kind: 'ratio',
      plan: 1 + (c % 50),
      ...directionOf(a),
      ...(b % 3 === 1 && { threshold: b % 120 }),
    }),
    value: (_rule, _max, draw) => planValue(draw),
    better: (rule, _max, value) => betterActual(rule, value),
  },
  increment: {
    rule: (max, [a, b, c]) => ({
      kind: 'increment',
      plan: 1 + (c % 50),
      base: a % (max + 1),
      per: 1 + (b % 5),
      gain: quarters(c % 5),
      loss: quarters(b % 7),
      ...directionOf(b),
      ...(c % 2 === 1 && { steps: 'proportional' }),
    }),
    value: (_rule, _max, draw) => planValue(draw),
    better: (rule, _max, value) => betterActual(rule, value),
  },
  bands: {
    rule(max, [a, b, c]) {
      const first = 1 + (a % 40);
      const points = [a % (max + 1), b % (max + 1), c % (max + 1)];
      if (c % 2 === 0) points.sort((p, q) => p - q);
      const bands: JsonObject[] = [
        { to: first, points: points[0]! },
        { from: first, to: first + 1 + (b % 40), points: points[1]! },
        { from: first + 1 + (b % 40), points: points[2]! },
      ];
      const rule: JsonObject = { kind: 'bands', bands };
      if (a % 5 === 4) return { ...rule, bands: bands.slice(0, 2), else: points[2]! };
      return b % 2 === 1 ? { ...rule, on: 'percent', plan: 1 + (c % 50), ...directionOf(a) } : rule;
    },
    value: (rule, _max, draw) => (rule['on'] === 'percent' ? planValue(draw) : { actual: draw[0] % 150 }),
    better(rule, _max, value) {
      const points = (rule['bands'] as { points: number }[]).map((band) => band.points);
      if (rule['else'] !== undefined) points.push(number(rule['else']));
      return points.every((each, i) => i === 0 || points[i - 1]! <= each) ? betterActual(rule, value) : undefined;
    },
  },
  count: {
    rule: (_max, [a]) => ({ kind: 'count', each: quarters(a % 9) }),
    value: (_rule, _max, [x]) => ({ count: x % 12 }),
    better: (_rule, _max, { count }) => ({ count: number(count) + 1 }),
  },
  choice: {
    rule: (max, draw) => ({
      kind: 'choice',
      options: Object.fromEntries(LABELS.map((label, i) => [label, draw[i]! % (max + 1)])),
    }),
    value: (_rule, _max, [x]) => ({ choice: LABELS[x % LABELS.length]! }),
  },
  deadline: {
    rule: (_max, [a, b]) => ({ kind: 'deadline', due: day(b % 30), perDay: quarters(a % 9) }),
    value: (_rule, _max, [x]) => ({ on: day(x % 60) }),
    better: (_rule, _max, { on }) => ({ on: day((Date.parse(String(on)) - Date.UTC(2022, 5, 1)) / 86_400_000 - 1) }),
  },
  checklist: {
    rule: (max, draw) => ({
      kind: 'checklist',
      items: Object.fromEntries(ITEMS.map((item, i) => [item, draw[i]! % (max + 1)])),
    }),
    value: (_rule, _max, [x]) => ({ done: ITEMS.filter((_, i) => ((x >> i) & 1) === 1) }),
    better: () => ({ done: ITEMS }),
  },
  mean: {
    rule: (_max, [a]) => ({ kind: 'mean', ...directionOf(a) }),
    value: (_rule, _max, draw) => ({
      items: draw
        .slice(0, 1 + (draw[1] % 3))
        .map((drawn, i) => ({ actual: drawn % 130, plan: 1 + ((drawn + i) % 60) })),
    }),
    better: (rule, _max, { items }) => ({
      items: (items as JsonObject[]).map((item, i) => (i === 0 ? betterActual(rule, item) : item)),
    }),
  },
  tally: {
    rule: (_max, [a, b]) => ({
      kind: 'tally',
      weights: { vượt: quarters(4 + (b % 3)), đạt: quarters(a % 5), hụt: 0 },
      exempt: ['khách quan'],
    }),
    value: (_rule, _max, [x, y, z]) => ({
      tally: { vượt: x % 5, đạt: 1 + (y % 5), hụt: z % 4, 'khách quan': x % 3 },
    }),
    better: (_rule, _max, { tally }) => {
      const counts = tally as { vượt: number; đạt: number; hụt: number; 'khách quan': number };
      const moved = Math.min(1, counts.hụt);
      return { tally: { ...counts, hụt: counts.hụt - moved, vượt: counts.vượt + moved } };
    },
  },
  relative: {
    rule: (_max, [a, b, c]) => {
      if (a % 3 === 0) return { kind: 'relative', ...directionOf(b) };
      return { kind: 'relative', atPlan: quarters(b % 5), ...(a % 3 === 1 ? { plan: 1 + (c % 50) } : LACKING_PLAN) };
    },
    value: (rule, _max, draw) => (rule['atPlan'] === undefined ? { actual: draw[0] % 150 } : planValue(draw)),
    better: (rule, _max, value) => betterActual(rule, value),
  },
  panel: {
    rule: (_max, [a, b, c]) => ({
      kind: 'panel',
      ...(a % 2 === 1 && { outOf: 10 }),
      ...(b % 2 === 1 && { how: 'median' }),
      drop: c % 2,
      step: '0.25',
    }),
    value: (rule, max, [x, y, z]) => ({
      marks: Object.fromEntries(
        [x, y, z, x + y, y + z].slice(0, 3 + (z % 3)).map((drawn, i) => [`m${i}`, mark(rule, max, drawn)]),
      ),
    }),
    better: (rule, max, { marks }) => ({
      marks: { ...(marks as JsonObject), m0: quarters(4 * Number(rule['outOf'] ?? max)) },
    }),
  },
  formula: {
    rule: (_max, [a]) => ({ kind: 'formula', inputs: ['p', 'q'], expr: EXPRESSIONS[a % EXPRESSIONS.length]! }),
    value: (_rule, _max, [x, y]) => ({ inputs: { p: quarters(x % 90), q: y % 20 } }),
    better(rule, _max, { inputs }) {
      const { p, q } = inputs as JsonObject;
      return RISING.includes(String(rule['expr'])) ? { inputs: { p: number(p) + 2, q: number(q) + 1 } } : undefined;
    },
  },
};
