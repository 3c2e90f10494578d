import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { kind, ofRule, ofValue, RULE, work } from './work.js';

describe('ratio', () => {
  const planned = (from: string, percent: string, threshold = '0'): string =>
    `planFrom ${from}, percent ${percent}, threshold ${threshold}`;

  it('takes the plan of the entry, else the target, else its own', () => {
    const rule = kind('ratio', { plan: 8 });
    expect(work(rule, { actual: 2 })).toBe(`actual 2, plan 8, ${planned('rule', '25')}, 2.50`);
    expect(work(rule, { actual: 2 }, 4)).toBe(`actual 2, plan 4, ${planned('target', '50')}, 5.00`);
    expect(work(rule, { actual: 2, plan: 5 }, 4)).toBe(
      'actual 2, plan 5, planFrom entry, planAside 4, percent 40, threshold 0, 4.00',
    );
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
      expect(ofValue(higher, { actual: 1, plan })).toEqual([
        `entry.plan.notPositive entries[0].plan {"plan":"${plan}"}`,
      ]);
    }
    expect(ofValue(kind('ratio', { direction: 'lower' }), { actual: 1, plan: -1 })).toEqual([
      'field.range entries[0].plan {"reason":"min","least":"0"}',
    ]);
    expect(ofValue(higher, { actual: -1, plan: 'x' })).toEqual([
      'field.range entries[0].actual {"reason":"min","least":"0"}',
      'field.type entries[0].plan {"expected":"decimal"}',
    ]);
    expect(ofValue(higher, { plan: 1 })).toEqual([
      'entry.value.shape entries[0].actual {"reason":"missing","key":"actual"}',
    ]);
    expect(ofValue(higher, { actual: 1, plan: 1, points: 1 })).toEqual([
      'entry.value.shape entries[0].points {"reason":"extra","key":"points"}',
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
    expect(ofRule(kind('ratio', { threshold: 'x' }))).toEqual([`field.type ${RULE}.threshold {"expected":"decimal"}`]);
    expect(ofRule(kind('ratio', { plan: 'x' }))).toEqual([`field.type ${RULE}.plan {"expected":"decimal"}`]);
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
      `${head}, exactSteps 0.99, steps 0, uncut 5, 5.00`,
      `${head}, steps 1, uncut 7, 7.00`,
      `${head}, exactSteps 1.1, steps 1, uncut 4, 4.00`,
      `${head}, steps 2, uncut 3, 3.00`,
      `${head}, exactSteps 1.99, steps 1, uncut 4, 4.00`,
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
      'base 5, gain 0, loss 0, per 1, exactSteps 2.5, steps 2, uncut 5, 5.00',
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
    const points = `rule.points.range ${RULE}.base {"most":"10"}`;
    expect([of({ base: 0 }), of({ base: 10 }), of({ base: -1 }), of({ base: '10.01' })]).toEqual([
      [],
      [],
      [points],
      [points],
    ]);
    expect(of({ per: 0 })).toEqual([`rule.value.range ${RULE}.per {"reason":"over","over":"0"}`]);
    expect(of({ gain: -1, loss: '-0.1' })).toEqual([
      `rule.value.range ${RULE}.gain {"reason":"min","least":"0"}`,
      `rule.value.range ${RULE}.loss {"reason":"min","least":"0"}`,
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
    expect(ofValue(rule, { actual: 1, points: 1 })).toEqual([
      'entry.value.shape entries[0].points {"reason":"extra","key":"points"}',
    ]);
    expect(ofValue(three, { actual: 1, plan: 1 })).toEqual([
      'entry.value.shape entries[0].plan {"reason":"extra","key":"plan"}',
    ]);
    expect(ofValue(three, { actual: -1 })).toEqual(['field.range entries[0].actual {"reason":"min","least":"0"}']);
    expect(ofValue({ ...three, on: 'percent' }, { actual: 1 })).toEqual(['entry.plan.missing entries[0].plan']);
  });

  it('follow each other without a gap or an overlap', () => {
    const of = (list: JsonObject[], over: JsonObject = {}): string[] =>
      ofRule(kind('bands', { bands: list, ...over })).map((each) => each.replace(RULE, ''));
    const gap = (index: number, from: number, to?: number): string =>
      `rule.bands.gap .bands[${index}] ${JSON.stringify({ reason: to === undefined ? 'above' : 'between', from: `${from}`, ...(to !== undefined && { to: `${to}` }) })}`;
    const overlap = (index: number, end?: number): string =>
      `rule.bands.overlap .bands[${index}] ${JSON.stringify(end === undefined ? { reason: 'open' } : { reason: 'order', end: `${end}` })}`;
    expect(of(bands([0, null, 1]))).toEqual([]);
    expect(of(bands([null, null, 1]))).toEqual([]);
    expect(of(bands([-3, 0, 1], [0, null, 1]))).toEqual([]);
    expect(of(bands([1, null, 1]))).toEqual([gap(0, 0, 1)]);
    expect(of(bands([0, 5, 1]))).toEqual([gap(0, 5)]);
    expect(of(bands([0, 5, 1], [6, null, 1]))).toEqual([gap(1, 5, 6)]);
    expect(of(bands([0, 5, 1], [4, null, 1]))).toEqual([overlap(1, 5)]);
    expect(of(bands([0, null, 1], [5, null, 1]))).toEqual([overlap(1)]);
    expect(of(bands([0, 5, 1], [null, null, 1]))).toEqual([overlap(1, 5)]);
    expect(of(bands([1, 5, 1], [6, 7, 1]))).toEqual([gap(0, 0, 1), gap(1, 5, 6), gap(1, 7)]);
    expect(of(bands([1, 5, 1], [6, 7, 1]), { else: 0 })).toEqual([]);
    expect(of(bands([1, 5, 1], [4, 7, 1]), { else: 0 })).toEqual([overlap(1, 5)]);
  });

  it('are told what is wrong with one', () => {
    const of = (band: JsonObject): string[] =>
      ofRule(kind('bands', { bands: [band], else: 0 })).map((each) => each.replace(`${RULE}.bands[0]`, ''));
    for (const to of [1, 2]) expect(of({ from: 2, to, points: 1 })).toEqual(['field.range .to {"reason":"order"}']);
    expect(of({ from: 'x', to: null, points: 1 })).toEqual([
      'field.type .from {"expected":"decimal"}',
      'field.type .to {"expected":"decimal"}',
    ]);
    expect(of({ from: 0 })).toEqual(['field.missing .points {"key":"points"}']);
    expect([of({ points: -1 }), of({ points: '10.5' })]).toEqual([
      ['rule.points.range .points {"most":"10"}'],
      ['rule.points.range .points {"most":"10"}'],
    ]);
    expect(of({ points: 1, at: 2 })).toEqual(['field.unknown .at {"key":"at"}']);
  });

  it('are told what is wrong with all', () => {
    const list = bands([null, null, 1]);
    expect(ofRule(kind('bands', { bands: [] }))).toEqual([`field.range ${RULE}.bands {"reason":"empty"}`]);
    expect(ofRule(kind('bands', { bands: [5] }))).toEqual([`field.type ${RULE}.bands[0] {"expected":"object"}`]);
    expect(ofRule(kind('bands'))).toEqual([`field.missing ${RULE}.bands {"key":"bands"}`]);
    expect(ofRule(kind('bands', { bands: list, on: 'x' }))).toEqual([
      `field.range ${RULE}.on {"reason":"choice","values":"actual, percent"}`,
    ]);
    expect(ofRule(kind('bands', { bands: list, else: 11 }))).toEqual([`rule.points.range ${RULE}.else {"most":"10"}`]);
    expect(ofRule(kind('bands', { bands: list, on: 'actual' }))).toEqual([]);
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
    expect(ofValue(kind('mean'), { items: {} })).toEqual(['field.type entries[0].items {"expected":"list"}']);
    expect(ofValue(kind('mean'), { items: [{}, 5, { actual: 1, plan: 1, more: 1 }] })).toEqual([
      'entry.value.shape entries[0].items[0].actual {"reason":"missing","key":"actual"}',
      'entry.value.shape entries[0].items[0].plan {"reason":"missing","key":"plan"}',
      'field.type entries[0].items[1] {"expected":"object"}',
      'field.unknown entries[0].items[2].more {"key":"more"}',
    ]);
    expect(ofValue(kind('mean'), items([1, 0], [-1, 1], [1, 1]))).toEqual([
      'entry.plan.notPositive entries[0].items[0].plan {"plan":"0"}',
      'field.range entries[0].items[1].actual {"reason":"min","least":"0"}',
    ]);
  });
});
