import { describe, expect, it } from '@jest/globals';
import {
  compile,
  readCompetition,
  type Competition,
  type JsonObject,
  type JsonValue,
  type Plan,
} from '@thidua/scoring';
import { CriterionSet } from '../../../libs/scoring/plan/criterion-set.js';
import { valueOf } from '../read-file.js';
import { errorsOf } from '../small-file.js';
import { valueAt, WHOLE, withAt } from './whole-file.js';

function planOf(file: JsonObject = WHOLE): Plan {
  const { entries: _entries, ...rules } = valueOf<Competition>(readCompetition(file));
  return compile(rules);
}

describe('a plan', () => {
  it('has the scales of its file', () => {
    const { criteria, byCode, sections, sectionOf, ...scale } = planOf().scales.get('S')!;
    expect(scale).toEqual({
      ...{ code: 'S', version: 1, name: 'S', digits: 2, mode: 'halfUp', floor: 0n, ceiling: 10_000n },
      ...{ notAssigned: 'drop', parts: 2 },
    });
    const whole = { min: 0n, parent: null, groups: [], when: undefined };
    expect(sections).toEqual([
      { ...whole, index: 0, kind: 'part', code: 'I', name: 'I', max: 1_500n },
      { ...whole, index: 1, kind: 'part', code: 'II', name: 'II', max: 1_000n },
      { ...whole, index: 2, kind: 'bonus', code: '', name: '', max: 500n },
      { ...whole, index: 3, kind: 'penalty', code: '', name: '', max: 500n },
    ]);
    expect([...sectionOf]).toEqual([
      ['I', sections[0]],
      ['II', sections[1]],
    ]);
    const same = { maxUnits: 1_000n, sign: 'plus', firstLevel: 0, appliesTo: { any: undefined, none: [] } };
    expect(criteria.map(({ rule, written: _written, ...rest }) => [rest, rule !== undefined])).toEqual(
      [
        { index: 0, code: 'I.1', section: 0, evidence: 'required', mandatory: true, kind: 'direct' },
        { index: 1, code: 'I.2', section: 0, evidence: 'optional', mandatory: true, kind: 'ratio' },
        { index: 2, code: 'II.1', section: 1, evidence: 'optional', mandatory: true, kind: 'direct' },
        { index: 3, code: 'B', section: 2, evidence: 'optional', mandatory: false, kind: 'direct' },
        { index: 4, code: 'P', section: 3, evidence: 'optional', mandatory: false, kind: 'direct' },
      ].map((each) => [
        { ...each, name: each.code, max: '10.00', ...same, scoredBy: each.index === 0 ? 'unit' : undefined },
        true,
      ]),
    );
    expect(criteria.map(({ written }) => written)).toEqual([
      { kind: 'direct' },
      { kind: 'ratio', direction: 'lower', plan: 4 },
      ...Array.from({ length: 3 }, () => ({ kind: 'direct' })),
    ]);
    expect([...byCode.keys()]).toEqual(['I.1', 'I.2', 'II.1', 'B', 'P']);
  });

  it('has what a scale leaves out', () => {
    const bare = { code: 'T', version: 2, name: 'T', parts: [] };
    expect(planOf(withAt('scales[1]', bare)).scales.get('T')).toMatchObject({
      ...{ digits: 2, mode: 'halfUp', floor: 0n, ceiling: null, parts: 0 },
      sections: [
        { kind: 'bonus', max: null },
        { kind: 'penalty', max: null },
      ],
    });
    const rounding = (over: JsonObject) => planOf(withAt('scales[0].rounding', over)).scales.get('S');
    expect([rounding({ mode: 'down' })?.digits, rounding({ digits: 6 })?.mode]).toEqual([2, 'halfUp']);
  });

  it('has clusters and units', () => {
    const plan = planOf();
    expect(plan.clusters).toEqual([
      { code: 'C', name: 'C', scale: 'S', head: 'U', deputies: ['V'], units: ['U', 'V'], settled: false },
    ]);
    expect([...plan.clusterOf.keys()]).toEqual(['C']);
    const plain = {
      ...{ kind: 'collective', cluster: 'C', held: false, competes: true, headOf: null, traits: [] },
      ...{
        params: new Map(),
        facts: new Set(),
        factRows: [],
        pastFacts: [],
        holds: [],
        notAssigned: CriterionSet.EMPTY,
        exemptions: new Map(),
      },
    };
    expect([...plan.units.values()].map(({ scale, targets, ...unit }) => [unit, scale.code, [...targets]])).toEqual([
      [{ code: 'U', name: 'U', ...plain }, 'S', [['I.2', { n: 3n, d: 1n }]]],
      [{ code: 'V', name: 'V', ...plain }, 'S', []],
    ]);
    const bare = withAt('clusters[0].deputies', undefined, withAt('clusters[0].head', undefined));
    expect(planOf(bare).clusters[0]).toMatchObject({ head: null, deputies: [] });
    expect(planOf(withAt('clusters[0].units[1].kind', 'individual')).units.get('V')?.kind).toBe('individual');
  });

  it('holds units on its day, which is the last of the campaign where none is named', () => {
    const held = (asOf: string | undefined, over: JsonObject = {}): boolean | undefined => {
      const hold = { unit: 'V', kind: 'k', from: '2022-03-01', ...over };
      return planOf(withAt('holds[0]', hold, withAt('asOf', asOf))).units.get('V')?.held;
    };
    expect([held('2022-02-28'), held('2022-03-01'), held('2022-03-02'), held(undefined)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
    const ended = { to: '2022-04-01' };
    expect([held('2022-04-01', ended), held('2022-04-02', ended), held(undefined, ended)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([planOf().asOf, planOf(withAt('asOf', undefined)).asOf]).toEqual(['2022-12-31', '2022-12-31']);
    expect(planOf(withAt('asOf', '2022-05-01')).asOf).toBe('2022-05-01');
  });

  it('has its ranking and classes', () => {
    const plan = planOf();
    expect(plan.ranking).toEqual({
      precedence: [
        { name: 'total', field: 'total', code: '' },
        { name: 'part:I', field: 'part', code: 'I' },
        { name: 'criterion:I.1', field: 'criterion', code: 'I.1' },
        { name: 'base', field: 'base', code: '' },
      ],
      ...{ missing: 'zero', stage: 'self', level: 0, weights: undefined },
    });
    const precedence = [{ name: 'total', field: 'total', code: '' }];
    const standard = { precedence, missing: 'zero', stage: 'self', level: 0, weights: undefined };
    expect(planOf(withAt('ranking', undefined)).ranking).toEqual(standard);
    expect(planOf(withAt('ranking', {})).ranking).toEqual(standard);
    const whole = (n: bigint) => ({ n, d: 1n });
    expect(plan.classes).toEqual([
      {
        ...{ code: 'k', name: 'K', minTotal: whole(1n), maxPenalty: whole(2n) },
        ...{ index: 0, when: undefined, share: { percent: whole(50n), of: 'ranked', scope: 'cluster' } },
        minParts: [{ part: 'I', points: whole(1n) }],
      },
    ]);
    expect(planOf(withAt('classes[1]', { code: 'l', name: 'L' })).classes[1]).toEqual({
      ...{ code: 'l', name: 'L', minTotal: undefined, maxPenalty: undefined, minParts: [], share: undefined },
      ...{ index: 1, when: undefined },
    });
  });

  it('has its rewards, with the vote each asks for', () => {
    const plan = planOf();
    expect(plan.rewards).toEqual([
      {
        ...{ code: 'r', name: 'R', for: 'collective', scope: 'cluster', maxRank: 3n, minTotal: { n: 1n, d: 1n } },
        ...{
          index: 0,
          quota: { percent: { n: 20n, d: 1n }, of: undefined, rounding: 'up' },
          classes: new Set(['k']),
          minClusterSize: 1n,
        },
        ...{
          excludes: [],
          requires: [],
          when: undefined,
          vote: { quorum: '2/3', base: 'members', atLeast: '90%', secret: true },
        },
      },
      {
        ...{ code: 'q', name: 'Q', for: undefined, scope: 'campaign', maxRank: undefined, minTotal: undefined },
        ...{ quota: { count: 1n }, classes: undefined, minClusterSize: undefined, excludes: ['r'], vote: undefined },
        ...{ index: 1, requires: [], when: undefined },
      },
    ]);
    const open = withAt('rewards[0].vote.secret', undefined);
    expect(planOf(open).rewards[0]?.vote).toMatchObject({ secret: false });
    const rounding = planOf(withAt('rewards[0].quota.rounding', undefined)).rewards[0]?.quota;
    expect(rounding).toEqual({ percent: { n: 20n, d: 1n }, of: undefined, rounding: 'down' });
  });

  it('tells rewards that one cluster settles from the others', () => {
    const reward = (code: string, scope: string, ...excludes: string[]): JsonObject => ({
      ...{ code, name: code, scope, quota: { count: 1 }, excludes },
    });
    const plan = planOf(
      withAt('rewards', [
        reward('a', 'cluster', 'd'), // which comes later, and has no effect
        reward('b', 'cluster', 'a'),
        reward('c', 'campaign'),
        reward('d', 'cluster', 'a', 'c'),
        reward('e', 'cluster', 'd'),
        reward('f', 'cluster', 'b'),
      ]),
    );
    expect([plan.localRewards, plan.campaignRewards]).toEqual([
      ['a', 'b', 'f'],
      ['c', 'd', 'e'],
    ]);
    expect(plan.rewards[0]?.excludes).toEqual([]);
  });
});

describe('things without a code', () => {
  it.each([
    ...['scales', 'scales[0].parts', 'scales[0].bonus.criteria', 'clusters', 'clusters[0].units', 'classes', 'rewards'],
  ])('of %s are each told as that, not as the same', (path) => {
    const [{ code: _code, ...bare } = {}] = valueAt(path) as JsonObject[];
    const errors = errorsOf(withAt(path, [bare, structuredClone(bare)] as JsonValue));
    const missing = errors.filter((each) => each.startsWith(`field.missing ${path}[`) && each.includes('].code '));
    expect(missing).toHaveLength(2);
    expect(errors.filter((each) => each.startsWith(`code.duplicate ${path}[1].code`))).toEqual([]);
  });
});

describe('a path', () => {
  it('shortens keys of more than 80 characters', () => {
    const key = (length: number): string[] =>
      errorsOf({ ...WHOLE, ['k'.repeat(length)]: 1 }).map((each) => each.split(' ')[1]!);
    expect(key(80)).toEqual(['k'.repeat(80)]);
    expect(key(81)).toEqual([`["${'k'.repeat(80)}…"]`]);
  });
});
