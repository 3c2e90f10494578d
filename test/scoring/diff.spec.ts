import { describe, expect, it } from '@jest/globals';
import {
  diff,
  openStanding,
  readResult,
  score,
  type Competition,
  type Entry,
  type JsonValue,
  type ResultDiff,
  type ResultDocument,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryCompetition, arbitrarySlots, makeEntry } from './laws/arbitrary-competition.js';
import { checkFile, valueOf } from './read-file.js';

const NONE = 'sha256:-';
const rewards = (): Competition => valueOf(checkFile('golden/rewards.yaml'));

/** The result of the golden file of rewards with other points of one unit. */
function withPoints(unit: string, points: number): ResultDocument {
  const competition = rewards();
  const entries = competition.entries!.map((entry) =>
    entry.unit === unit && entry.criterion === 'I.1' ? { ...entry, points } : entry,
  );
  return score({ ...competition, entries }, NONE);
}

const pair = fc.tuple(arbitraryCompetition, arbitrarySlots(1, 6)).map(([competition, slots]) => {
  const standing = openStanding(competition);
  const before = standing.result(NONE);
  for (const slot of slots) standing.apply({ put: makeEntry(competition, slot) as Entry });
  return [before, standing.result(NONE)] as const;
});

/** The comparison the other way round, as it must come out. */
function turned(forward: ResultDiff): unknown {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== 'object' || value === null) return value;
    const record = value as Record<string, unknown>;
    if ('before' in record && 'after' in record) return { before: record['after'], after: record['before'] };
    const { passed, passedBy, ...rest } = record;
    const members = Object.entries(rest).map(([key, item]) => [key, turn(item)]);
    return { ...Object.fromEntries(members), ...(passed !== undefined && { passed: passedBy, passedBy: passed }) };
  };
  return turn(forward);
}

/** Lists whose order is that of the later result, made comparable. */
const unordered = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map(unordered).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, unordered(item)]));
};

describe('comparing results', () => {
  it('finds a difference exactly where there is one', () => {
    let different = 0;
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const found = diff(before, after);
        const same = JSON.stringify(before) === JSON.stringify(after);
        expect(found.same).toBe(same);
        expect(diff(after, after)).toEqual({ format: 'thidua-diff/1', same: true, clusters: [], rewards: [] });
        if (!same) different++;
      }),
      { numRuns: 500 },
    );
    expect(different).toBeGreaterThan(100);
  });

  it('says the same the other way round', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(unordered(diff(after, before))).toEqual(unordered(turned(diff(before, after))));
      }),
      { numRuns: 300 },
    );
  });

  it('tells both of each two that changed their order, in the order of the later result', () => {
    let kept = 0;
    fc.assert(
      fc.property(pair, ([before, after]) => {
        for (const { code, units } of diff(before, after).clusters) {
          const listed = new Map(units.map((unit) => [unit.unit, unit]));
          for (const { unit, passed, passedBy } of units) {
            for (const other of passed) expect(listed.get(other)?.passedBy).toContain(unit);
            for (const other of passedBy) expect(listed.get(other)?.passed).toContain(unit);
          }
          kept += units.filter(({ rank, passedBy }) => rank === undefined && passedBy.length > 0).length;
          const now = after.clusters.find((cluster) => cluster.code === code)!.standings.map(({ unit }) => unit);
          expect(units.map(({ unit }) => unit)).toEqual(now.filter((unit) => listed.has(unit)));
        }
      }),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('tells who moved, past whom and why', () => {
    const found = diff(score(rewards(), NONE), withPoints('U4', 95));
    expect(found.clusters).toHaveLength(1);
    const [moved, ...others] = found.clusters[0]!.units;
    expect(moved).toEqual({
      unit: 'U4',
      presence: 'both',
      rank: { before: 4, after: 2 },
      total: { before: '80', after: '96' },
      base: { before: '80', after: '96' },
      class: { before: 'tot', after: 'xs' },
      parts: { I: { before: '80', after: '96' } },
      groups: {},
      rounds: [],
      criteria: { 'I.1': { before: { points: '79', stage: 'self' }, after: { points: '95', stage: 'self' } } },
      passed: ['U2', 'U3'],
      passedBy: [],
      because: ['score', 'rank'],
    });
    expect(others.map(({ unit, passedBy, because }) => ({ unit, passedBy, because }))).toEqual([
      { unit: 'U2', passedBy: ['U4'], because: ['others'] },
      { unit: 'U3', passedBy: ['U4'], because: ['others'] },
    ]);
  });

  it('tells who gained or lost a reward and why', () => {
    const found = diff(score(rewards(), NONE), withPoints('U4', 95));
    const of = (code: string) => found.rewards.find((row) => row.code === code)?.moves;
    expect(of('edge')).toEqual([
      { unit: 'U2', state: { before: 'tieAtEdge', after: 'none' }, because: ['rank', 'tie'] },
      { unit: 'U3', state: { before: 'tieAtEdge', after: 'none' }, because: ['rank', 'tie'] },
      { unit: 'U4', state: { before: 'none', after: 'proposed' }, because: ['score', 'rank', 'class'] },
    ]);
    expect(found.rewards.find(({ code }) => code === 'edge')!.open).toEqual({ before: 1, after: 0 });
    expect(of('person')).toBeUndefined();
  });

  it('says that a hold did it, a tie, or another reward that this one excludes', () => {
    const held = { ...rewards(), holds: [{ unit: 'U1', kind: 'discipline', from: '2022-01-01' }] };
    const found = diff(score(rewards(), NONE), score(held, NONE));
    expect(found.clusters).toEqual([]);
    expect(found.rewards.find(({ code }) => code === 'edge')!.moves).toEqual([
      { unit: 'U1', state: { before: 'proposed', after: 'held' }, because: ['hold'] },
      { unit: 'U2', state: { before: 'tieAtEdge', after: 'proposed' }, because: ['tie'] },
      { unit: 'U3', state: { before: 'tieAtEdge', after: 'proposed' }, because: ['tie'] },
    ]);
    expect(found.rewards.find(({ code }) => code === 'rest')!.moves).toEqual(
      expect.arrayContaining([{ unit: 'U4', state: { before: 'proposed', after: 'none' }, because: ['reward'] }]),
    );
  });

  it('tells units, clusters and rewards that came or went', () => {
    const competition = rewards();
    const less = score(
      {
        ...competition,
        clusters: competition.clusters.slice(0, 1),
        rewards: competition.rewards!.slice(1),
        entries: competition.entries!.filter(({ unit }) => unit !== 'V1'),
      },
      'sha256:other',
    );
    const found = diff(score(competition, NONE), less);
    expect(found).toMatchObject({ same: false, input: { before: NONE, after: 'sha256:other' } });
    expect(found.clusters).toMatchObject([
      { code: 'C2', presence: 'removed', units: [{ unit: 'V1', presence: 'removed' }] },
    ]);
    expect(found.rewards.find(({ code, cluster }) => code === 'edge' && cluster === 'C1')).toMatchObject({
      presence: 'removed',
      quota: { before: 2, after: 0 },
    });
  });
});

describe('reading a result', () => {
  it('takes every result there is', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        const document = JSON.parse(JSON.stringify(score(competition, NONE))) as JsonValue;
        expect(readResult(document)).toEqual({ ok: true, value: document });
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, (result: ResultDocument) => void, string, string]>([
    ['another format', (r) => Object.assign(r, { format: 'thidua/1' }), 'file.format', 'format'],
    ['an unknown key', (r) => Object.assign(r, { extra: 1 }), 'field.unknown', 'extra'],
    [
      'a number for a decimal',
      (r) => Object.assign(r.clusters[0]!.standings[0]!, { total: 9 }),
      'field.type',
      'clusters[0].standings[0].total',
    ],
    [
      'a decimal comma',
      (r) => Object.assign(r.clusters[0]!.standings[0]!.parts, { I: '9,5' }),
      'field.range',
      'clusters[0].standings[0].parts.I',
    ],
    [
      'a rank of a half',
      (r) => Object.assign(r.clusters[0]!.standings[0]!, { rank: 0.5 }),
      'field.range',
      'clusters[0].standings[0].rank',
    ],
    [
      'a stage that is no code',
      (r) => Object.assign(r.clusters[0]!.standings[0]!.criteria['I.1']!, { stage: 'a b' }),
      'field.range',
      'clusters[0].standings[0].criteria["I.1"].stage',
    ],
    [
      'a unit twice',
      (r) => r.clusters[1]!.standings.push(r.clusters[0]!.standings[0]!),
      'code.duplicate',
      'clusters[1].standings[1].unit',
    ],
    ['no list of units', (r) => Object.assign(r.rewards[0]!, { held: 'U1' }), 'field.type', 'rewards[0].held'],
    ['a missing member', (r) => Reflect.deleteProperty(r.rewards[0]!, 'open'), 'field.missing', 'rewards[0].open'],
  ])('refuses %s', (_name, change, code, path) => {
    const result = JSON.parse(JSON.stringify(score(rewards(), NONE))) as ResultDocument;
    change(result);
    const outcome = readResult(result as unknown as JsonValue);
    expect(outcome.ok ? [] : outcome.errors.map((error) => [error.code, error.path])).toEqual([[code, path]]);
  });

  it('refuses what is no document', () => {
    expect(readResult(null)).toMatchObject({ ok: false, errors: [{ code: 'file.format', path: '' }] });
  });
});
