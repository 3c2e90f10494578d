import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { accountOf, errorsOf, smallFile } from './small-file.js';

/** The working of a rule on a value, in one line, and the points: max 10 and two digits, the target where there is one. */
function work(rule: JsonObject, value: JsonObject, plan?: number): string {
  const file = plan === undefined ? {} : { targets: [{ unit: 'U', criterion: 'I.1', plan }] };
  const { steps, points, cut } = accountOf({ rule, value, file });
  const told = steps.map((each) => [each.term, each.label, each.value].filter((part) => part !== undefined).join(' '));
  return [...told, cut === null ? points : `${points} ${cut}`].join(', ');
}
const RULE = 'scales[0].parts[0].criteria[0].rule';
const ofRule = (rule: JsonObject): string[] => errorsOf(smallFile({ rule }));
const ofValue = (rule: JsonObject, value: JsonObject): string[] => errorsOf(smallFile({ rule, value }));
const kind = (name: string, over: JsonObject = {}): JsonObject => ({ kind: name, ...over });

describe('direct', () => {
  it('takes the points, both ends included', () => {
    for (const points of [0, 10, '7.125']) expect(work(kind('direct'), { points })).toMatch(/^(0\.00|10\.00|7\.13)$/);
    for (const points of [-1, '-0.001', '10.001']) {
      expect(ofValue(kind('direct'), { points })).toEqual(['entry.points.range entries[0].points']);
    }
    expect(ofValue(kind('direct'), { points: null })).toEqual([
      'field.type entries[0].points {"expected":"a decimal"}',
    ]);
  });

  it('takes multiples of its step only', () => {
    const rule = kind('direct', { step: '0.25' });
    expect([0, '0.25', '9.75', 10].map((points) => ofValue(rule, { points }))).toEqual([[], [], [], []]);
    for (const points of ['0.1', '0.24', '9.999']) {
      expect(ofValue(rule, { points })).toEqual(['entry.points.step entries[0].points']);
    }
    for (const step of [0, -1]) {
      expect(ofRule(kind('direct', { step }))).toEqual([`rule.value.range ${RULE}.step {"over":"0"}`]);
    }
    expect(ofRule(kind('direct', { step: true }))).toEqual([`field.type ${RULE}.step {"expected":"a decimal"}`]);
  });
});

describe('ratio', () => {
  const planned = (from: string, percent: string, threshold = '0'): string =>
    `planFrom ${from}, percent ${percent}, threshold ${threshold}`;

  it('takes the plan of the entry, else the target, else its own', () => {
    const rule = kind('ratio', { plan: 8 });
    expect(work(rule, { actual: 2 })).toBe(`actual 2, plan 8, ${planned('rule', '25')}, 2.50`);
    expect(work(rule, { actual: 2 }, 4)).toBe(`actual 2, plan 4, ${planned('target', '50')}, 5.00`);
    expect(work(rule, { actual: 2, plan: 5 }, 4)).toBe(`actual 2, plan 5, ${planned('entry', '40')}, 4.00`);
  });

  it('gives nothing below its threshold and all from the plan on', () => {
    const rule = kind('ratio', { plan: 100, threshold: 60 });
    expect([0, '59.9', 60, 99, 100, 101, 500].map((actual) => work(rule, { actual }).split(', ').at(-1))).toEqual([
      ...['0.00', '0.00', '6.00', '9.90', '10.00', '10.00', '10.00'],
    ]);
    // A threshold above 100 asks for more than the plan.
    const above = kind('ratio', { plan: 100, threshold: 120 });
    expect([100, 119, 120].map((actual) => work(above, { actual }).split(', ').at(-1))).toEqual([
      '0.00',
      '0.00',
      '10.00',
    ]);
  });

  it('turns round where less is better', () => {
    const rule = kind('ratio', { direction: 'lower', plan: 3 });
    expect(work(rule, { actual: 4 })).toBe(`actual 4, plan 3, ${planned('rule', '75')}, 7.50`);
    expect(work(rule, { actual: 0 })).toBe(`actual 0, plan 3, ${planned('rule', 'infinite')}, 10.00`);
    expect(work(rule, { actual: 0, plan: 0 })).toBe(`actual 0, plan 0, ${planned('entry', '100')}, 10.00`);
    expect(work(rule, { actual: 5, plan: 0 })).toBe(`actual 5, plan 0, ${planned('entry', '0')}, 0.00`);
    const late = kind('ratio', { direction: 'lower', plan: 3, threshold: 101 });
    expect(work(late, { actual: 0, plan: 0 })).toBe(`actual 0, plan 0, ${planned('entry', '100', '101')}, 0.00`);
    expect(work(late, { actual: 0 })).toBe(`actual 0, plan 3, ${planned('rule', 'infinite', '101')}, 10.00`);
  });

  it('refuses plans and actuals that cannot be', () => {
    const higher = kind('ratio');
    expect(ofValue(higher, { actual: 1 })).toEqual(['entry.plan.missing entries[0].plan']);
    for (const plan of [0, -1]) {
      expect(ofValue(higher, { actual: 1, plan })).toEqual(['entry.plan.notPositive entries[0].plan']);
    }
    expect(ofValue(kind('ratio', { direction: 'lower' }), { actual: 1, plan: -1 })).toEqual([
      'field.range entries[0].plan {"reason":"min","least":"0"}',
    ]);
    expect(ofValue(higher, { actual: -1, plan: 'x' })).toEqual([
      'field.range entries[0].actual {"reason":"min","least":"0"}',
      'field.type entries[0].plan {"expected":"a decimal"}',
    ]);
    expect(ofValue(higher, { plan: 1 })).toEqual(['entry.value.shape entries[0].actual {"key":"actual"}']);
    expect(ofValue(higher, { actual: 1, plan: 1, points: 1 })).toEqual([
      'entry.value.shape entries[0].points {"key":"points"}',
    ]);
  });

  it('refuses a rule that cannot be', () => {
    expect(ofRule(kind('ratio', { direction: 'up' }))).toEqual([
      `field.range ${RULE}.direction {"reason":"choice","values":"higher, lower"}`,
    ]);
    expect(ofRule(kind('ratio', { direction: 'lower', plan: -1 }))).toEqual([
      `field.range ${RULE}.plan {"reason":"min","least":"0"}`,
    ]);
    expect(ofRule(kind('ratio', { direction: 'lower', plan: 0 }))).toEqual([]);
    expect(ofRule(kind('ratio', { threshold: 'x' }))).toEqual([
      `field.type ${RULE}.threshold {"expected":"a decimal"}`,
    ]);
    expect(ofRule(kind('ratio', { plan: 'x' }))).toEqual([`field.type ${RULE}.plan {"expected":"a decimal"}`]);
    expect(ofRule(kind('ratio', { per: 1 }))).toEqual([`field.unknown ${RULE}.per {"key":"per"}`]);
  });
});

describe('increment', () => {
  const lines = (rule: JsonObject, ...actuals: (number | string)[]): string[] =>
    actuals.map((actual) => work(kind('increment', { plan: 100, ...rule }), { actual }).replace(/^.*?base /, 'base '));

  it('goes up from its base by whole steps, and down', () => {
    const rule = { base: 5, per: 10, gain: 2, loss: 1 };
    const head = 'base 5, gain 2, loss 1, per 10';
    expect(lines(rule, 100, '109.9', 110, 89, 80, '80.1', 140, 30)).toEqual([
      `${head}, steps 0, uncut 5, 5.00`,
      `${head}, steps 0, uncut 5, 5.00`,
      `${head}, steps 1, uncut 7, 7.00`,
      `${head}, steps 1, uncut 4, 4.00`,
      `${head}, steps 2, uncut 3, 3.00`,
      `${head}, steps 1, uncut 4, 4.00`,
      `${head}, steps 4, uncut 13, 10.00 max`,
      `${head}, steps 7, uncut -2, 0.00 zero`,
    ]);
  });

  it('goes in proportion where it says so', () => {
    const rule = { base: 5, per: 10, gain: 2, loss: 1, steps: 'proportional' };
    const head = 'base 5, gain 2, loss 1, per 10';
    expect(lines(rule, 115, 85)).toEqual([`${head}, steps 1.5, uncut 8, 8.00`, `${head}, steps 1.5, uncut 3.5, 3.50`]);
  });

  it('goes by ones, without gain or loss, where nothing is said', () => {
    expect(lines({ base: 5, steps: 'whole' }, '102.5')).toEqual([
      'base 5, gain 0, loss 0, per 1, steps 2, uncut 5, 5.00',
    ]);
  });

  it('gives all, or its base, where everything planned came to nothing', () => {
    const of = (rule: JsonObject): string =>
      work(kind('increment', { base: 4, direction: 'lower', plan: 3, ...rule }), { actual: 0 });
    const head = 'actual 0, plan 3, planFrom rule, percent infinite, base 4';
    expect(of({ gain: '0.1' })).toBe(`${head}, gain 0.1, loss 0, 10.00`);
    expect(of({ loss: 1 })).toBe(`${head}, gain 0, loss 1, 4.00`);
  });

  it('refuses a rule that cannot be', () => {
    const of = (rule: JsonObject): string[] => ofRule(kind('increment', { base: 5, ...rule }));
    const points = `rule.points.range ${RULE}.base`;
    expect([of({ base: 0 }), of({ base: 10 }), of({ base: -1 }), of({ base: '10.01' })]).toEqual([
      [],
      [],
      [points],
      [points],
    ]);
    expect(of({ per: 0 })).toEqual([`rule.value.range ${RULE}.per {"over":"0"}`]);
    expect(of({ gain: -1, loss: '-0.1' })).toEqual([
      `rule.value.range ${RULE}.gain {"least":"0"}`,
      `rule.value.range ${RULE}.loss {"least":"0"}`,
    ]);
    expect(of({ gain: 0, loss: 0, per: '0.01' })).toEqual([]);
    expect(of({ steps: 'half' })).toEqual([
      `field.range ${RULE}.steps {"reason":"choice","values":"whole, proportional"}`,
    ]);
    expect(ofRule(kind('increment'))).toEqual([`field.missing ${RULE}.base {"key":"base"}`]);
  });
});

describe('bands', () => {
  const bands = (...list: [from: number | null, to: number | null, points: number][]): JsonObject[] =>
    list.map(([from, to, points]) => ({ ...(from !== null && { from }), ...(to !== null && { to }), points }));
  const three = kind('bands', { bands: bands([null, 5, 1], [5, 9, 4], [9, null, 8]) });

  it('hold their lower end and not their upper', () => {
    expect([0, '4.99', 5, '8.99', 9, 1_000].map((actual) => work(three, { actual }))).toEqual([
      'actual 0, bandTo 5, 1.00',
      'actual 4.99, bandTo 5, 1.00',
      'actual 5, bandFrom 5, bandTo 9, 4.00',
      'actual 8.99, bandFrom 5, bandTo 9, 4.00',
      'actual 9, bandFrom 9, 8.00',
      'actual 1000, bandFrom 9, 8.00',
    ]);
  });

  it('leave the rest to else', () => {
    const rule = kind('bands', { else: 2, bands: bands([3, 5, 1], [7, 9, 4]) });
    expect([2, 3, 5, 6, 7, 9].map((actual) => work(rule, { actual }))).toEqual([
      'actual 2, else 2, 2.00',
      'actual 3, bandFrom 3, bandTo 5, 1.00',
      'actual 5, else 2, 2.00',
      'actual 6, else 2, 2.00',
      'actual 7, bandFrom 7, bandTo 9, 4.00',
      'actual 9, else 2, 2.00',
    ]);
  });

  it('may be of the per cent of plan, the endless of which lies in the last', () => {
    const rule = { ...three, on: 'percent', direction: 'lower', plan: 2 };
    expect(work(rule, { actual: 40 })).toBe('actual 40, plan 2, planFrom rule, percent 5, bandFrom 5, bandTo 9, 4.00');
    expect(work(rule, { actual: 0 })).toBe('actual 0, plan 2, planFrom rule, percent infinite, bandFrom 9, 8.00');
    const closed = kind('bands', { on: 'percent', direction: 'lower', plan: 2, else: 3, bands: bands([null, 5, 1]) });
    expect(work(closed, { actual: 0 })).toBe('actual 0, plan 2, planFrom rule, percent infinite, else 3, 3.00');
    expect(ofValue(rule, { actual: 1, points: 1 })).toEqual(['entry.value.shape entries[0].points {"key":"points"}']);
    expect(ofValue(three, { actual: 1, plan: 1 })).toEqual(['entry.value.shape entries[0].plan {"key":"plan"}']);
    expect(ofValue(three, { actual: -1 })).toEqual(['field.range entries[0].actual {"reason":"min","least":"0"}']);
    expect(ofValue({ ...three, on: 'percent' }, { actual: 1 })).toEqual(['entry.plan.missing entries[0].plan']);
  });

  it('follow each other without a gap or an overlap', () => {
    const of = (list: JsonObject[], over: JsonObject = {}): string[] =>
      ofRule(kind('bands', { bands: list, ...over })).map((each) => each.replace(RULE, ''));
    const gap = (index: number): string => `rule.bands.gap .bands[${index}]`;
    const overlap = (index: number): string => `rule.bands.overlap .bands[${index}]`;
    expect(of(bands([0, null, 1]))).toEqual([]);
    expect(of(bands([null, null, 1]))).toEqual([]);
    expect(of(bands([-3, 0, 1], [0, null, 1]))).toEqual([]);
    expect(of(bands([1, null, 1]))).toEqual([gap(0)]);
    expect(of(bands([0, 5, 1]))).toEqual([gap(0)]);
    expect(of(bands([0, 5, 1], [6, null, 1]))).toEqual([gap(1)]);
    expect(of(bands([0, 5, 1], [4, null, 1]))).toEqual([overlap(1)]);
    expect(of(bands([0, null, 1], [5, null, 1]))).toEqual([overlap(1)]);
    expect(of(bands([0, 5, 1], [null, null, 1]))).toEqual([overlap(1)]);
    expect(of(bands([1, 5, 1], [6, 7, 1]))).toEqual([gap(0), gap(1), gap(1)]);
    expect(of(bands([1, 5, 1], [6, 7, 1]), { else: 0 })).toEqual([]);
    expect(of(bands([1, 5, 1], [4, 7, 1]), { else: 0 })).toEqual([overlap(1)]);
  });

  it('are told what is wrong with one', () => {
    const of = (band: JsonObject): string[] =>
      ofRule(kind('bands', { bands: [band], else: 0 })).map((each) => each.replace(`${RULE}.bands[0]`, ''));
    for (const to of [1, 2]) expect(of({ from: 2, to, points: 1 })).toEqual(['field.range .to {"reason":"order"}']);
    expect(of({ from: 'x', to: null, points: 1 })).toEqual([
      'field.type .from {"expected":"a decimal"}',
      'field.type .to {"expected":"a decimal"}',
    ]);
    expect(of({ from: 0 })).toEqual(['field.missing .points {"key":"points"}']);
    expect([of({ points: -1 }), of({ points: '10.5' })]).toEqual([
      ['rule.points.range .points'],
      ['rule.points.range .points'],
    ]);
    expect(of({ points: 1, at: 2 })).toEqual(['field.unknown .at {"key":"at"}']);
  });

  it('are told what is wrong with all', () => {
    const list = bands([null, null, 1]);
    expect(ofRule(kind('bands', { bands: [] }))).toEqual([`field.range ${RULE}.bands {"reason":"empty"}`]);
    expect(ofRule(kind('bands', { bands: [5] }))).toEqual([`field.type ${RULE}.bands[0] {"expected":"an object"}`]);
    expect(ofRule(kind('bands'))).toEqual([`field.missing ${RULE}.bands {"key":"bands"}`]);
    expect(ofRule(kind('bands', { bands: list, on: 'x' }))).toEqual([
      `field.range ${RULE}.on {"reason":"choice","values":"actual, percent"}`,
    ]);
    expect(ofRule(kind('bands', { bands: list, else: 11 }))).toEqual([`rule.points.range ${RULE}.else`]);
    expect(ofRule(kind('bands', { bands: list, on: 'actual' }))).toEqual([]);
  });
});

describe('count', () => {
  it('multiplies, and cuts at max', () => {
    const rule = kind('count', { each: '2.5' });
    expect([0, 1, '3', 4, 5].map((count) => work(rule, { count }))).toEqual([
      'count 0, each 2.5, uncut 0, 0.00',
      'count 1, each 2.5, uncut 2.5, 2.50',
      'count 3, each 2.5, uncut 7.5, 7.50',
      'count 4, each 2.5, uncut 10, 10.00',
      'count 5, each 2.5, uncut 12.5, 10.00 max',
    ]);
  });

  it('takes whole numbers only, and a factor that is not negative', () => {
    const rule = kind('count', { each: 0 });
    for (const count of [-1, 1.5]) {
      expect(ofValue(rule, { count })).toEqual(['field.range entries[0].count {"reason":"count"}']);
    }
    expect(ofRule(kind('count', { each: -1 }))).toEqual([`rule.value.range ${RULE}.each {"least":"0"}`]);
    expect(ofRule(kind('count'))).toEqual([`field.missing ${RULE}.each {"key":"each"}`]);
  });
});

describe('choice', () => {
  const rule = kind('choice', { options: { tốt: 10, khá: '6.5', kém: 0 } });

  it('takes the points of its label', () => {
    expect(['tốt', 'khá', 'kém'].map((choice) => work(rule, { choice }))).toEqual([
      ...['choice tốt, 10.00', 'choice khá, 6.50', 'choice kém, 0.00'],
    ]);
  });

  it('refuses other labels, and those of the host', () => {
    for (const choice of ['tot', 'constructor', '']) {
      expect(ofValue(rule, { choice })).toEqual(['entry.choice.unknown entries[0].choice {"values":"tốt, khá, kém"}']);
    }
    expect(ofValue(rule, { choice: 1 })).toEqual(['field.type entries[0].choice {"expected":"text"}']);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`nhãn ${index + 10}`, 1]));
    const values = Object.keys(many).join(', ').slice(0, 400);
    expect(ofValue(kind('choice', { options: many }), { choice: 'x' })).toEqual([
      `entry.choice.unknown entries[0].choice {"values":"${values}"}`,
    ]);
  });

  it('needs an option, each worth 0 to max', () => {
    expect(ofRule(kind('choice', { options: {} }))).toEqual([`field.range ${RULE}.options {"reason":"empty"}`]);
    expect(ofRule(kind('choice', { options: { a: -1, b: 11, c: 10 } }))).toEqual([
      `rule.points.range ${RULE}.options.a`,
      `rule.points.range ${RULE}.options.b`,
    ]);
    expect(ofRule(kind('choice', { options: [] }))).toEqual([`field.type ${RULE}.options {"expected":"an object"}`]);
    expect(ofRule(kind('choice'))).toEqual([`field.missing ${RULE}.options {"key":"options"}`]);
  });
});

describe('deadline', () => {
  const late = (due: string, on: string): string => work(kind('deadline', { due, perDay: '0.5' }), { on });
  const told = (due: string, on: string, days: number, uncut: string, points: string): string =>
    `due ${due}, on ${on}, daysLate ${days}, perDay 0.5, uncut ${uncut}, ${points}`;

  it.each<[string, string, number, string, string]>([
    ['2022-06-30', '2022-06-29', 0, '10', '10.00'],
    ['2022-06-30', '2022-06-30', 0, '10', '10.00'],
    ['2022-06-30', '2022-07-01', 1, '9.5', '9.50'],
    ['2022-02-28', '2022-03-01', 1, '9.5', '9.50'],
    ['2024-02-28', '2024-03-01', 2, '9', '9.00'],
    ['2000-02-28', '2000-03-01', 2, '9', '9.00'],
    ['1900-02-28', '1900-03-01', 1, '9.5', '9.50'],
    ['2021-12-31', '2022-01-01', 1, '9.5', '9.50'],
    ['2022-01-31', '2022-02-01', 1, '9.5', '9.50'],
    ['2022-03-31', '2022-04-02', 2, '9', '9.00'],
    ['2022-06-30', '2022-07-20', 20, '0', '0.00'],
    ['2022-06-30', '2022-07-21', 21, '-0.5', '0.00 zero'],
    ['2021-06-30', '2022-06-30', 365, '-172.5', '0.00 zero'],
    ['2023-06-30', '2024-06-30', 366, '-173', '0.00 zero'],
    ['1999-12-31', '2100-01-01', 36_526, '-18253', '0.00 zero'],
  ])('%s counts the days to %s', (due, on, days, uncut, points) => {
    expect(late(due, on)).toBe(told(due, on, days, uncut, points));
  });

  it('counts every day of a year once', () => {
    const days = Array.from({ length: 366 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const counted = days.map((on) => Number(/daysLate (\d+)/.exec(late('2023-12-31', on))?.[1]));
    expect(counted).toEqual(days.map((_, day) => day + 1));
  });

  it('refuses what is no date', () => {
    expect(ofValue(kind('deadline', { due: '2022-06-30', perDay: 1 }), { on: '2022-06-31' })).toEqual([
      'field.range entries[0].on {"reason":"date"}',
    ]);
    expect(ofRule(kind('deadline', { due: 'x', perDay: -1 }))).toEqual([
      `field.range ${RULE}.due {"reason":"date"}`,
      `rule.value.range ${RULE}.perDay {"least":"0"}`,
    ]);
  });
});

describe('checklist', () => {
  const rule = kind('checklist', { items: { a: 4, b: '5.5', c: 1 } });

  it('adds up what is done', () => {
    expect([[], ['b'], ['c', 'a'], ['a', 'b', 'c']].map((done) => work(rule, { done }))).toEqual([
      'uncut 0, 0.00',
      'done b 5.5, uncut 5.5, 5.50',
      'done c 1, done a 4, uncut 5, 5.00',
      'done a 4, done b 5.5, done c 1, uncut 10.5, 10.00 max',
    ]);
  });

  it('refuses what is not listed or listed twice', () => {
    expect(ofValue(rule, { done: ['a', 'x', 'a', 5, ''] })).toEqual([
      'entry.done.unknown entries[0].done[1] {"value":"x"}',
      'entry.done.repeated entries[0].done[2] {"value":"a"}',
      'field.type entries[0].done[3] {"expected":"text"}',
      'field.range entries[0].done[4] {"reason":"empty"}',
    ]);
    const long = 'x'.repeat(90);
    expect(ofValue(rule, { done: [long] })).toEqual([
      `entry.done.unknown entries[0].done[0] {"value":"${'x'.repeat(80)}"}`,
    ]);
    expect(ofValue(rule, { done: 'a' })).toEqual(['field.type entries[0].done {"expected":"a list"}']);
  });

  it('needs an item, each with a code and worth 0 to max', () => {
    expect(ofRule(kind('checklist', { items: {} }))).toEqual([`field.range ${RULE}.items {"reason":"empty"}`]);
    expect(ofRule(kind('checklist', { items: { 'a b': 1, c: 11 } }))).toEqual([
      `field.range ${RULE}.items["a b"] {"reason":"code"}`,
      `rule.points.range ${RULE}.items.c`,
    ]);
    expect(ofRule(kind('checklist'))).toEqual([`field.missing ${RULE}.items {"key":"items"}`]);
  });
});

describe('mean', () => {
  const items = (...list: [actual: unknown, plan: unknown][]): JsonObject =>
    ({ items: list.map(([actual, plan]) => ({ actual, plan })) }) as JsonObject;

  it('is that of what each reached, none more than its whole', () => {
    expect(work(kind('mean'), items([1, 2], [4, 2], [3, 4]))).toBe(
      'itemPercent 1 50, itemPercent 2 100, itemPercent 3 75, 7.50',
    );
    expect(work(kind('mean', { direction: 'lower' }), items([4, 2], [0, 2], [0, 0]))).toBe(
      'itemPercent 1 50, itemPercent 2 100, itemPercent 3 100, 8.33',
    );
  });

  it('is told what is wrong with each', () => {
    expect(ofValue(kind('mean'), { items: [] })).toEqual(['field.range entries[0].items {"reason":"empty"}']);
    expect(ofValue(kind('mean'), { items: {} })).toEqual(['field.type entries[0].items {"expected":"a list"}']);
    expect(ofValue(kind('mean'), { items: [{}, 5, { actual: 1, plan: 1, more: 1 }] })).toEqual([
      'entry.value.shape entries[0].items[0].actual {"key":"actual"}',
      'entry.value.shape entries[0].items[0].plan {"key":"plan"}',
      'field.type entries[0].items[1] {"expected":"an object"}',
      'field.unknown entries[0].items[2].more {"key":"more"}',
    ]);
    expect(ofValue(kind('mean'), items([1, 0], [-1, 1], [1, 1]))).toEqual([
      'entry.plan.notPositive entries[0].items[0].plan',
      'field.range entries[0].items[1].actual {"reason":"min","least":"0"}',
    ]);
  });
});

describe('tally', () => {
  const rule = kind('tally', { weights: { vượt: '1.5', đạt: 1, hụt: 0 }, exempt: ['khách quan'] });

  it('is the weighted mean over what is not exempt', () => {
    expect(work(rule, { tally: { đạt: 3, hụt: 1, 'khách quan': 4 } })).toBe(
      'labelCount đạt 3, labelWeight đạt 1, labelCount hụt 1, labelWeight hụt 0, labelExempt khách quan 4, uncut 7.5, 7.50',
    );
    expect(work(rule, { tally: { vượt: 2, đạt: 0 } })).toBe(
      'labelCount vượt 2, labelWeight vượt 1.5, labelCount đạt 0, labelWeight đạt 1, uncut 15, 10.00 max',
    );
    const both = { ...rule, exempt: ['vượt'] };
    expect(work(both, { tally: { vượt: 5, đạt: 1, hụt: 1 } })).toBe(
      'labelExempt vượt 5, labelCount đạt 1, labelWeight đạt 1, labelCount hụt 1, labelWeight hụt 0, uncut 5, 5.00',
    );
  });

  it('is told what is wrong', () => {
    for (const tally of [{}, { đạt: 0 }, { 'khách quan': 3 }]) {
      expect(ofValue(rule, { tally })).toEqual(['entry.tally.empty entries[0].tally']);
    }
    expect(ofValue(rule, { tally: { đạt: 1, x: 1, hụt: -1 } })).toEqual([
      'entry.tally.unknown entries[0].tally.x',
      'field.range entries[0].tally.hụt {"reason":"count"}',
    ]);
    expect(ofValue(rule, { tally: [] })).toEqual(['field.type entries[0].tally {"expected":"an object"}']);
    expect(ofRule(kind('tally', { weights: {} }))).toEqual([`field.range ${RULE}.weights {"reason":"empty"}`]);
    expect(ofRule(kind('tally', { weights: { a: -1, b: 'x', c: 0 } }))).toEqual([
      `rule.value.range ${RULE}.weights.a {"least":"0"}`,
      `field.type ${RULE}.weights.b {"expected":"a decimal"}`,
    ]);
    expect(ofRule(kind('tally', { weights: { a: 1 }, exempt: ['b', 5, 'b'] }))).toEqual([
      `field.type ${RULE}.exempt[1] {"expected":"text"}`,
      `code.duplicate ${RULE}.exempt[2]`,
    ]);
    expect(ofRule(kind('tally', { weights: { a: 1 }, exempt: 'b' }))).toEqual([
      `field.type ${RULE}.exempt {"expected":"a list"}`,
    ]);
    expect(ofRule(kind('tally'))).toEqual([`field.missing ${RULE}.weights {"key":"weights"}`]);
  });
});

describe('formula', () => {
  const rule = (expr: string, ...inputs: string[]): JsonObject => kind('formula', { inputs, expr });

  it('tells its expression, its inputs and what it comes to', () => {
    expect(work(rule('p + q', 'p', 'q'), { inputs: { q: 2, p: 1 } })).toBe(
      'expr p + q, input p 1, input q 2, uncut 3, 3.00',
    );
    expect(work(rule('full + 1'), { inputs: {} })).toBe('expr full + 1, uncut 11, 10.00 max');
    expect(work(rule('-p', 'p'), { inputs: { p: 3 } })).toBe('expr -p, input p 3, uncut -3, 0.00 zero');
  });

  it('is told what is wrong with its inputs', () => {
    const two = rule('p / q', 'p', 'q');
    expect(ofValue(two, { inputs: { p: 1, q: 0 } })).toEqual(['entry.formula.divisionByZero entries[0].inputs']);
    expect(ofValue(two, { inputs: { p: 'x', more: 1 } })).toEqual([
      'entry.value.shape entries[0].inputs.more {"key":"more"}',
      'field.type entries[0].inputs.p {"expected":"a decimal"}',
      'entry.value.shape entries[0].inputs.q {"key":"q"}',
    ]);
    const long = 'x'.repeat(90);
    expect(ofValue(rule('1'), { inputs: { [long]: 1 } })).toEqual([
      `entry.value.shape entries[0].inputs["${'x'.repeat(80)}…"] {"key":"${'x'.repeat(80)}"}`,
    ]);
    expect(ofValue(two, { inputs: [] })).toEqual(['field.type entries[0].inputs {"expected":"an object"}']);
    expect(ofRule(rule('1', 'p', 'p'))).toEqual([`code.duplicate ${RULE}.inputs[1] {"value":"p"}`]);
    expect(ofRule(rule('1', 'full'))).toEqual([`rule.formula.invalid ${RULE}.inputs[0]`]);
  });
});

describe('an expression', () => {
  const value = (expr: string, p: number): string => {
    const rule = kind('formula', { inputs: ['p'], expr });
    return accountOf({ rule, value: { inputs: { p } } }).points.replace('.00', '');
  };
  const refused = (expr: string): string[] => ofRule(kind('formula', { inputs: ['p'], expr }));

  it.each<[string, string]>([
    ['<', '122'],
    ['<=', '112'],
    ['>', '221'],
    ['>=', '211'],
    ['==', '212'],
    ['!=', '121'],
  ])('compares with %s below, at and above', (operator, expected) => {
    expect([2, 3, 4].map((p) => value(`p ${operator} 3 ? 1 : 2`, p)).join('')).toBe(expected);
  });

  it.each(['round(p, 0)', 'round(p, 12)', 'round(p, 7)'])('%s is one', (expr) => {
    expect(refused(expr)).toEqual([]);
  });

  it.each([
    ...['-(p > 1) ? 1 : 2', 'p + 1 ? 1 : 2', '(p + 1) ? 1 : 2', '!(p + 1) ? 1 : 2', 'p > 1', '!p', '(p, p)'],
    ...['round(p, 13)', 'round(p, 100)', 'round(p, 1, 2)', 'round()', 'round(p)', 'round(p, p)', 'round(p, 1.0)'],
    ...['min(p)', 'min()', 'abs(p, p)', 'floor()', 'p p', '2(3)', 'p !p', '(p', 'p)', 'min(p, )', ', p', '', ' '],
    ...['(, p)', '(p, )', 'p;', 'min(p p)', 'min(2 (3))', '(min)(p, p)', 'min((p, p))', 'min(p)(p)', '()', '+p', '-'],
  ])('%j is none', (expr) => {
    expect(refused(expr)).toEqual([`rule.formula.invalid ${RULE}.expr`]);
  });

  it('is a text over names that are texts', () => {
    expect(refused(5 as never)).toEqual([`field.type ${RULE}.expr {"expected":"text"}`]);
    expect(ofRule(kind('formula', { inputs: [5, 6], expr: '1' }))).toEqual([
      `field.type ${RULE}.inputs[0] {"expected":"text"}`,
      `field.type ${RULE}.inputs[1] {"expected":"text"}`,
    ]);
    const long = 'x'.repeat(90);
    expect(ofRule(kind('formula', { inputs: [long, long], expr: '1' }))).toEqual([
      `code.duplicate ${RULE}.inputs[1] {"value":"${'x'.repeat(80)}"}`,
    ]);
  });
});

describe('what is wrong is told once', () => {
  it('with a value: nothing is computed of the rest', () => {
    const tally = kind('tally', { weights: { đạt: 1 } });
    expect(ofValue(tally, { tally: { x: 1 } })).toEqual(['entry.tally.unknown entries[0].tally.x']);
    expect(ofValue(tally, { tally: { đạt: -1 } })).toEqual(['field.range entries[0].tally.đạt {"reason":"count"}']);
    const formula = kind('formula', { inputs: ['p'], expr: '1 / p' });
    expect(ofValue(formula, { inputs: { p: 0, q: 1 } })).toEqual(['entry.value.shape entries[0].inputs.q {"key":"q"}']);
  });

  it('with a rule: its other parts are not judged by it', () => {
    const bands = (...list: JsonObject[]): string[] => ofRule(kind('bands', { bands: list }));
    expect(bands({ from: 0, to: 5, points: 1 }, { from: 'x', points: 2 })).toEqual([
      `field.type ${RULE}.bands[1].from {"expected":"a decimal"}`,
    ]);
    expect(bands({ from: 0, to: 5, points: 1 }, { from: 6, points: 'x' })).toEqual([
      `field.type ${RULE}.bands[1].points {"expected":"a decimal"}`,
    ]);
    expect(bands({ to: 5, points: 1 }, { from: 5, to: 5, points: 1 })).toEqual([
      `field.range ${RULE}.bands[1].to {"reason":"order"}`,
    ]);
    expect(ofRule(kind('tally', { weights: { a: 1 }, exempt: [5, 6] }))).toEqual([
      `field.type ${RULE}.exempt[0] {"expected":"text"}`,
      `field.type ${RULE}.exempt[1] {"expected":"text"}`,
    ]);
    expect(ofRule(kind('choice', { options: { a: 'x' } }))).toEqual([
      `field.type ${RULE}.options.a {"expected":"a decimal"}`,
    ]);
    expect(ofRule(kind('increment', { base: 'x' }))).toEqual([`field.type ${RULE}.base {"expected":"a decimal"}`]);
    // What is wrong with a plan that must be more than 0 is told of the entry that takes it.
    expect(ofRule(kind('ratio', { plan: -1 }))).toEqual([]);
  });
});

describe('a rule', () => {
  const KINDS = 'direct, ratio, increment, bands, count, choice, deadline, checklist, mean, tally, formula';

  it('is of one of the kinds', () => {
    expect(ofRule(kind('magic', { anything: 1 }))).toEqual([
      `field.range ${RULE}.kind {"reason":"choice","values":"${KINDS}"}`,
    ]);
    expect(ofRule({ kind: 5 as never })).toEqual([`field.type ${RULE}.kind {"expected":"text"}`]);
    expect(ofRule({ kind: null, more: 1 })).toEqual([`field.type ${RULE}.kind {"expected":"text"}`]);
  });

  it('of a criterion with a wrong max is not judged', () => {
    expect(errorsOf(smallFile({ rule: kind('count', { each: -1 }), max: 0, value: { count: 'x' } }))).toEqual([
      'field.range scales[0].parts[0].criteria[0].max {"reason":"over","over":"0"}',
    ]);
  });

  it('that is wrong lets its entries be, but for keys nobody knows', () => {
    expect(errorsOf(smallFile({ rule: kind('count'), value: { points: 'x', score: 1 } }))).toEqual([
      `field.missing ${RULE}.each {"key":"each"}`,
      'field.unknown entries[0].score {"key":"score"}',
    ]);
  });

  it.each(['points', 'actual', 'plan', 'count', 'choice', 'on', 'done', 'items', 'tally', 'inputs'])(
    'may not know %s, which another does',
    (key) => {
      const other = key === 'count' ? kind('direct') : kind('count', { each: 1 });
      const value = key === 'count' ? { points: 1 } : { count: 1 };
      expect(ofValue(other, { ...value, [key]: 1 })).toEqual([`entry.value.shape entries[0].${key} {"key":"${key}"}`]);
    },
  );
});
