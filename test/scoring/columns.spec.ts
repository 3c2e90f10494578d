import { describe, expect, it } from '@jest/globals';
import {
  openStanding,
  readCompetition,
  score,
  type ClusterFigures,
  type Competition,
  type JsonValue,
  type LiveStanding,
  type Standing,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryCompetition, arbitrarySlots, makeEntry } from './laws/arbitrary-competition.js';
import { valueOf } from './read-file.js';

const NONE = 'sha256:-';
const HUGE = `1${'0'.repeat(30)}`;

/** The same competition on scales whose sums no double holds: everything is worked out in bigints, entry by entry. */
const widen = (competition: Competition): Competition => ({
  ...competition,
  scales: competition.scales.map(({ bonus, ...scale }) => ({
    ...scale,
    bonus: {
      ...bonus,
      criteria: [
        ...(bonus?.criteria ?? []),
        { code: 'wide', name: 'Không ai nhập', max: HUGE, mandatory: false, rule: { kind: 'direct' } },
      ],
    },
  })),
});

/** Figures written as a ranking writes them. */
const writtenOf = ({
  units,
  totals,
  digits,
  ranks,
  order,
}: ClusterFigures): Pick<Standing, 'unit' | 'rank' | 'total'>[] =>
  Array.from(order, (unit) => {
    const digitsOf = BigInt(totals[unit]!)
      .toString()
      .replace('-', '')
      .padStart(digits + 1, '0');
    const whole = digitsOf.slice(0, digitsOf.length - digits);
    const total = digits === 0 ? whole : `${whole}.${digitsOf.slice(-digits)}`;
    return {
      unit: units[unit]!,
      rank: ranks[unit] === 0 ? null : ranks[unit]!,
      total: totals[unit]! < 0 ? `-${total}` : total,
    };
  });

function expectFigures(standing: LiveStanding): void {
  for (const { code } of standing.plan.clusters) {
    const shown = standing.ranking(code).standings.map(({ unit, rank, total }) => ({ unit, rank, total }));
    expect(writtenOf(standing.figures(code))).toEqual(shown);
    const classes = standing.ranking(code).standings.map((each) => each.class);
    const figures = standing.figures(code);
    const given = Array.from(figures.order, (unit) => standing.plan.classes[figures.classes[unit]!]?.code ?? null);
    expect(given).toEqual(classes);
  }
}

describe('columns of numbers', () => {
  it('give the same result as bigints, before and after changes', () => {
    fc.assert(
      fc.property(arbitraryCompetition, arbitrarySlots(1, 6), (competition, slots) => {
        const quick = openStanding(competition);
        const wide = openStanding(widen(competition));
        const entries = slots.map((slot) => makeEntry(competition, slot));
        expect(wide.result(NONE)).toEqual(quick.result(NONE));
        for (const put of entries) expect(wide.apply({ put })).toEqual(quick.apply({ put }));
        expect(wide.result(NONE)).toEqual(quick.result(NONE));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are what a ranking says, on quick scales and on wide ones', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        expectFigures(openStanding(competition));
        expectFigures(openStanding(widen(competition)));
      }),
      { numRuns: 300 },
    );
  });

  it('are worked out again from the entries alone when asked', () => {
    fc.assert(
      fc.property(arbitraryCompetition, arbitrarySlots(1, 6), (competition, slots) => {
        const standing = openStanding(competition);
        for (const slot of slots) standing.apply({ put: makeEntry(competition, slot) });
        const before = standing.result(NONE);
        const rows = standing.rewards();
        standing.recompute();
        const after = standing.result(NONE);
        expect(after).toEqual(before);
        for (const [index, { standings }] of after.clusters.entries()) {
          expect(standings).not.toBe(before.clusters[index]!.standings);
        }
        for (const [index, row] of standing.rewards().entries()) expect(row).not.toBe(rows[index]);
      }),
      { numRuns: 200 },
    );
  });
});

const direct = (code: string, max: string) => ({ code, name: code, max, rule: { kind: 'direct' } });

const competitionOf = (max: string, points: Readonly<Record<string, string>>[]): Competition =>
  valueOf(
    readCompetition({
      format: 'thidua/1',
      campaign: { code: 'x', name: 'x', from: '2022-01-01', to: '2022-12-31' },
      scales: [
        {
          code: 's',
          version: 1,
          name: 's',
          parts: [{ code: 'I', name: 'I', max, criteria: [direct('I.1', max)] }],
          penalty: { criteria: [direct('P', max)] },
        },
      ],
      clusters: points.map((cluster, index) => ({
        code: `C${index}`,
        name: 'C',
        scale: 's',
        units: Object.keys(cluster).map((code) => ({ code, name: code })),
      })),
      entries: points.flatMap((cluster) =>
        Object.entries(cluster).map(([unit, value]) => ({
          unit,
          criterion: value.startsWith('-') ? 'P' : 'I.1',
          points: value.replace('-', ''),
        })),
      ),
      ranking: { precedence: ['total', 'penalty', 'part:I'] },
      classes: [
        { code: 'k1', name: 'k1', minTotal: `${max}.00`, maxPenalty: 0 },
        { code: 'k2', name: 'k2', minParts: { I: '0.01' } },
      ],
      rewards: [{ code: 'r', name: 'r', scope: 'campaign', quota: { count: 2 }, minTotal: '0.02' }],
    } as unknown as JsonValue),
  );

describe('a scale whose sums no double holds', () => {
  // 2^53 hundredths and one more are the same double.
  const EDGE = ['90071992547409.92', '90071992547409.93'];

  it.each([HUGE, '90071992547409'])('keeps units apart in the last digit, of a max of %s', (max) => {
    const top = max === HUGE ? EDGE : ['90071992547408.98', '90071992547408.99'];
    const result = score(
      competitionOf(max, [
        { A: top[0]!, B: top[1]!, D: '-0.01' },
        { E: max, F: top[1]!, G: '0.02' },
      ]),
      NONE,
    );
    const [first, second] = result.clusters.map(({ standings }) =>
      standings.map(({ unit, rank, total, class: given }) => [unit, rank, total, given]),
    );
    expect(first).toEqual([
      ['B', 1, top[1], 'k2'],
      ['A', 2, top[0], 'k2'],
      ['D', 3, '0.00', null],
    ]);
    expect(second).toEqual([
      ['E', 1, `${max}.00`, 'k1'],
      ['F', 2, top[1], 'k2'],
      ['G', 3, '0.02', 'k2'],
    ]);
    expect(result.rewards).toMatchObject([{ proposed: ['E'], open: 1, tieAtEdge: ['B', 'F'] }]);
  });
});

describe('a cluster of very many units', () => {
  const SIZE = 4_000;
  const code = (index: number): string => `U${String(index).padStart(5, '0')}`;
  const expected = (points: readonly number[]): [string, number][] =>
    points
      .map((own, index): [string, number] => [code(index), own])
      .toSorted(([a, mine], [b, theirs]) => theirs - mine || (a < b ? -1 : 1))
      .map(([unit, own], _, all) => [unit, 1 + all.findIndex(([, other]) => other === own)]);

  it.each([
    ['the wrong way round', (index: number) => index],
    ['all mixed up, many alike', (index: number) => (index * 7919) % 997],
    ['in order already', (index: number) => SIZE - index],
  ])('is listed by rank, then code: %s', (_, pointsOf) => {
    const points = Array.from({ length: SIZE }, (__, index) => pointsOf(index));
    const competition = competitionOf('10000', [
      Object.fromEntries(points.map((own, index) => [code(index), String(own)])),
    ]);
    const standing = openStanding(competition);
    const shown = standing.ranking('C0').standings.map(({ unit, rank }) => [unit, rank]);
    expect(shown).toEqual(expected(points));
    const last = code(SIZE - 1);
    const moved = standing.apply({ put: { unit: last, criterion: 'I.1', stage: 'self', points: 10_000 } });
    expect(moved.ok).toBe(true);
    expect(standing.ranking('C0').standings[0]).toMatchObject({ unit: last, rank: 1, tied: false });
    expect(standing.ranking('C0').standings.map(({ unit, rank }) => [unit, rank])).toEqual(
      expected(points.with(SIZE - 1, 10_000)),
    );
  });
});
