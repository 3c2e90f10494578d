import { describe, expect, it } from '@jest/globals';
import { diff, type ClusterRanking, type RoundStanding } from '@thidua/scoring';
import { cluster, result, standing, unitDiff } from './diff-results.js';

describe('the change of rounds', () => {
  const ranked = (...rounds: [string, ...RoundStanding[]][]): ClusterRanking => ({
    ...cluster('C', standing('U')),
    rounds: rounds.map(([code, ...standings]) => ({ code, standings })),
  });
  const change = (before: ClusterRanking, after: ClusterRanking) => diff(result([before]), result([after])).clusters;

  it('is told round by round, as of a standing', () => {
    const [found] = change(
      ranked(['Q1', standing('U')], ['Q2', standing('U')]),
      ranked(['Q1', standing('U')], ['Q2', standing('U', { total: '79', rank: 2, groups: { g: '39' } })]),
    );
    const round = {
      ...{ code: 'Q2', presence: 'both', rank: { before: 1, after: 2 }, total: { before: '80', after: '79' } },
      ...{ parts: {}, groups: { g: { before: '40', after: '39' } }, criteria: {} },
    };
    expect(found).toEqual({ code: 'C', presence: 'both', units: [unitDiff('U', { rounds: [round] })] });
  });

  it('is of each unit by itself, wherever it stands in a round', () => {
    const of = (total: string): ClusterRanking => ({
      ...cluster('C', standing('U'), standing('V', { rank: 2 })),
      rounds: [{ code: 'Q1', standings: [standing('U'), standing('V', { rank: 2, total })] }],
    });
    const [found] = change(of('70'), of('71'));
    expect(found!.units.map(({ unit, rounds }) => [unit, rounds.map(({ total }) => total)])).toEqual([
      ['V', [{ before: '70', after: '71' }]],
    ]);
  });

  it('names rounds that came and went, in whatever order they stand', () => {
    const both = ranked(['Q1', standing('U')], ['Q2', standing('U')]);
    expect(change(both, ranked(['Q2', standing('U')], ['Q1', standing('U')]))).toEqual([]);
    const none = { parts: {}, groups: {}, criteria: {} };
    expect(change(both, ranked(['Q1', standing('U')], ['Q3', standing('U')]))).toEqual([
      {
        ...{ code: 'C', presence: 'both', rounds: { before: ['Q1', 'Q2'], after: ['Q1', 'Q3'] } },
        units: [
          unitDiff('U', {
            rounds: [
              { code: 'Q3', presence: 'added', ...none },
              { code: 'Q2', presence: 'removed', ...none },
            ],
          }),
        ],
      },
    ]);
    expect(change(cluster('C', standing('U')), both)[0]!.rounds).toStrictEqual({ before: [], after: ['Q1', 'Q2'] });
    expect(change(both, cluster('C', standing('U')))[0]!.rounds).toStrictEqual({ before: ['Q1', 'Q2'], after: [] });
    expect(change(ranked(['Q1']), ranked())).toEqual([
      { code: 'C', presence: 'both', rounds: { before: ['Q1'], after: [] }, units: [] },
    ]);
  });
});
