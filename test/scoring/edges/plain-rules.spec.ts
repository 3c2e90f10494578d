import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { kind, ofRule, ofValue, RULE, work } from './work.js';

describe('direct', () => {
  it('takes the points, both ends included', () => {
    for (const points of [0, 10, '7.125']) expect(work(kind('direct'), { points })).toMatch(/^(0\.00|10\.00|7\.13)$/);
    for (const points of [-1, '-0.001', '10.001']) {
      expect(ofValue(kind('direct'), { points })).toEqual([
        `entry.points.range entries[0].points {"value":"${points}","most":"10"}`,
      ]);
    }
    expect(ofValue(kind('direct'), { points: null })).toEqual(['field.type entries[0].points {"expected":"decimal"}']);
  });

  it('takes multiples of its step only', () => {
    const rule = kind('direct', { step: '0.25' });
    expect([0, '0.25', '9.75', 10].map((points) => ofValue(rule, { points }))).toEqual([[], [], [], []]);
    for (const points of ['0.1', '0.24', '9.999']) {
      expect(ofValue(rule, { points })).toEqual([
        `entry.points.step entries[0].points {"value":"${points}","step":"0.25"}`,
      ]);
    }
    for (const step of [0, -1]) {
      expect(ofRule(kind('direct', { step }))).toEqual([`rule.value.range ${RULE}.step {"reason":"over","over":"0"}`]);
    }
    expect(ofRule(kind('direct', { step: true }))).toEqual([`field.type ${RULE}.step {"expected":"decimal"}`]);
  });
});

describe('count', () => {
  it('multiplies, and cuts at max', () => {
    const rule = kind('count', { each: '2.5' });
    expect([0, 1, '3.0', 4, 5].map((count) => work(rule, { count }))).toEqual([
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
    expect(ofRule(kind('count', { each: -1 }))).toEqual([`rule.value.range ${RULE}.each {"reason":"min","least":"0"}`]);
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
      expect(ofValue(rule, { choice })).toEqual([
        `entry.choice.unknown entries[0].choice {"value":"${choice}","values":"tốt, khá, kém"}`,
      ]);
    }
    expect(ofValue(rule, { choice: 1 })).toEqual([
      'field.type entries[0].choice {"expected":"text","reason":"quoteText","value":"1"}',
    ]);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`nhãn ${index + 10}`, 1]));
    const values = Object.keys(many).join(', ').slice(0, 400);
    expect(ofValue(kind('choice', { options: many }), { choice: 'x' })).toEqual([
      `entry.choice.unknown entries[0].choice {"value":"x","values":"${values}"}`,
    ]);
  });

  it('needs an option, each worth 0 to max', () => {
    expect(ofRule(kind('choice', { options: {} }))).toEqual([`field.range ${RULE}.options {"reason":"empty"}`]);
    expect(ofRule(kind('choice', { options: { a: -1, b: 11, c: 10 } }))).toEqual([
      `rule.points.range ${RULE}.options.a {"most":"10"}`,
      `rule.points.range ${RULE}.options.b {"most":"10"}`,
    ]);
    expect(ofRule(kind('choice', { options: [] }))).toEqual([`field.type ${RULE}.options {"expected":"object"}`]);
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
      'field.range entries[0].on {"reason":"day","value":"2022-06-31"}',
    ]);
    expect(ofRule(kind('deadline', { due: 'x', perDay: -1 }))).toEqual([
      `field.range ${RULE}.due {"reason":"date"}`,
      `rule.value.range ${RULE}.perDay {"reason":"min","least":"0"}`,
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
      'entry.done.unknown entries[0].done[1] {"value":"x","values":"a, b, c"}',
      'entry.done.repeated entries[0].done[2] {"value":"a"}',
      'field.type entries[0].done[3] {"expected":"code","reason":"quote","value":"5"}',
      'entry.done.unknown entries[0].done[4] {"value":"","values":"a, b, c"}',
    ]);
    const long = 'x'.repeat(90);
    expect(ofValue(rule, { done: [long] })).toEqual([
      `entry.done.unknown entries[0].done[0] {"value":"${'x'.repeat(80)}","values":"a, b, c"}`,
    ]);
    expect(ofValue(rule, { done: 'a' })).toEqual(['field.type entries[0].done {"expected":"list"}']);
  });

  it('needs an item, each with a code and worth 0 to max', () => {
    expect(ofRule(kind('checklist', { items: {} }))).toEqual([`field.range ${RULE}.items {"reason":"empty"}`]);
    expect(ofRule(kind('checklist', { items: { 'a b': 1, c: 11 } }))).toEqual([
      `field.range ${RULE}.items["a b"] {"reason":"code"}`,
      `rule.points.range ${RULE}.items.c {"most":"10"}`,
    ]);
    expect(ofRule(kind('checklist'))).toEqual([`field.missing ${RULE}.items {"key":"items"}`]);
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
    expect(ofRule({ ...rule, exempt: ['hoãn', ' vượt'] })).toEqual([
      `label.duplicate ${RULE}.exempt[1] {"value":" vượt","other":"vượt"}`,
    ]);
  });

  it('is told what is wrong', () => {
    const empty: JsonObject[] = [{}, { đạt: 0 }, { 'khách quan': 3 }];
    for (const tally of empty) {
      expect(ofValue(rule, { tally })).toEqual(['entry.tally.empty entries[0].tally']);
    }
    expect(ofValue(rule, { tally: { đạt: 1, x: 1, hụt: -1 } })).toEqual([
      'entry.tally.unknown entries[0].tally.x {"value":"x","values":"vượt, đạt, hụt, khách quan"}',
      'field.range entries[0].tally.hụt {"reason":"count"}',
    ]);
    expect(ofValue(rule, { tally: [] })).toEqual(['field.type entries[0].tally {"expected":"object"}']);
    expect(ofRule(kind('tally', { weights: {} }))).toEqual([`field.range ${RULE}.weights {"reason":"empty"}`]);
    expect(ofRule(kind('tally', { weights: { a: -1, b: 'x', c: 0 } }))).toEqual([
      `rule.value.range ${RULE}.weights.a {"reason":"min","least":"0"}`,
      `field.type ${RULE}.weights.b {"expected":"decimal"}`,
    ]);
    expect(ofRule(kind('tally', { weights: { a: 1 }, exempt: ['b', 5, 'b'] }))).toEqual([
      `field.type ${RULE}.exempt[1] {"expected":"text","reason":"quoteText","value":"5"}`,
      `label.duplicate ${RULE}.exempt[2] {"value":"b","other":"b"}`,
    ]);
    expect(ofRule(kind('tally', { weights: { a: 1 }, exempt: 'b' }))).toEqual([
      `field.type ${RULE}.exempt {"expected":"list"}`,
    ]);
    expect(ofRule(kind('tally'))).toEqual([`field.missing ${RULE}.weights {"key":"weights"}`]);
  });
});
