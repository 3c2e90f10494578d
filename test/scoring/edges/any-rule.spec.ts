import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { errorsOf, smallFile } from '../small-file.js';
import { kind, ofRule, ofValue, RULE } from './work.js';

describe('what is wrong is told once', () => {
  it('with a value: nothing is computed of the rest', () => {
    const tally = kind('tally', { weights: { đạt: 1 } });
    expect(ofValue(tally, { tally: { x: 1 } })).toEqual([
      'entry.tally.unknown entries[0].tally.x {"value":"x","values":"đạt"}',
    ]);
    expect(ofValue(tally, { tally: { đạt: -1 } })).toEqual(['field.range entries[0].tally.đạt {"reason":"count"}']);
    const formula = kind('formula', { inputs: ['p'], expr: '1 / p' });
    expect(ofValue(formula, { inputs: { p: 0, q: 1 } })).toEqual([
      'entry.value.shape entries[0].inputs.q {"reason":"input","key":"q"}',
    ]);
  });

  it('with a rule: its other parts are not judged by it', () => {
    const bands = (...list: JsonObject[]): string[] => ofRule(kind('bands', { bands: list }));
    expect(bands({ from: 0, to: 5, points: 1 }, { from: 'x', points: 2 })).toEqual([
      `field.type ${RULE}.bands[1].from {"expected":"decimal"}`,
    ]);
    expect(bands({ from: 0, to: 5, points: 1 }, { from: 6, points: 'x' })).toEqual([
      `field.type ${RULE}.bands[1].points {"expected":"decimal"}`,
    ]);
    expect(bands({ to: 5, points: 1 }, { from: 5, to: 5, points: 1 })).toEqual([
      `field.range ${RULE}.bands[1].to {"reason":"order"}`,
    ]);
    expect(ofRule(kind('tally', { weights: { a: 1 }, exempt: [5, 6] }))).toEqual([
      `field.type ${RULE}.exempt[0] {"expected":"text","reason":"quoteText","value":"5"}`,
      `field.type ${RULE}.exempt[1] {"expected":"text","reason":"quoteText","value":"6"}`,
    ]);
    expect(ofRule(kind('choice', { options: { a: 'x' } }))).toEqual([
      `field.type ${RULE}.options.a {"expected":"decimal"}`,
    ]);
    expect(ofRule(kind('increment', { base: 'x' }))).toEqual([`field.type ${RULE}.base {"expected":"decimal"}`]);
    // What is wrong with a plan that must be more than 0 is told of the entry that takes it.
    expect(ofRule(kind('ratio', { plan: -1 }))).toEqual([]);
  });
});

describe('a rule', () => {
  const KINDS =
    'direct, ratio, increment, bands, count, choice, deadline, checklist, mean, tally, formula, relative, panel';

  it('is of one of the kinds', () => {
    expect(ofRule(kind('magic', { anything: 1 }))).toEqual([
      `field.range ${RULE}.kind {"reason":"choice","values":"${KINDS}"}`,
    ]);
    const none = `field.type ${RULE}.kind {"expected":"text","reason":"choice","values":"${KINDS}"}`;
    expect(ofRule({ kind: 5 as never })).toEqual([none]);
    expect(ofRule({ kind: null, more: 1 })).toEqual([none]);
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

  it.each(['points', 'actual', 'plan', 'count', 'choice', 'on', 'done', 'items', 'tally', 'inputs', 'marks'])(
    'may not know %s, which another does',
    (key) => {
      const other = key === 'count' ? kind('direct') : kind('count', { each: 1 });
      const value: JsonObject = key === 'count' ? { points: 1 } : { count: 1 };
      expect(ofValue(other, { ...value, [key]: 1 })).toEqual([
        `entry.value.shape entries[0].${key} {"reason":"extra","key":"${key}"}`,
      ]);
    },
  );
});
