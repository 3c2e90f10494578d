import { describe, expect, it } from '@jest/globals';
import type { BoardCluster, RewardRow } from '../../apps/web/src/api/types.js';
import { isBlank, uncountedRound, type RankingRow } from '../../apps/web/src/features/board/ranking-rows.js';
import { nobodyText, rewardsToShow } from '../../apps/web/src/features/board/rewards-to-show.js';

describe('a ranking before anything is entered', () => {
  const nothing = { complete: false, total: '0.00', base: '0.00', bonus: '0.00', penalty: '0.00' };

  it('is none, until somebody has a figure', () => {
    expect(isBlank([nothing, nothing])).toBe(true);
    expect(isBlank([nothing, { ...nothing, total: '0.01' }])).toBe(false);
    // A penalty alone makes no total, and is a figure.
    expect(isBlank([nothing, { ...nothing, penalty: '5' }])).toBe(false);
    // Who has everything entered, and got nothing for it, is ranked.
    expect(isBlank([nothing, { ...nothing, complete: true }])).toBe(false);
  });
});

describe('a round on the board', () => {
  const of = (unit: string, missing: string[]) =>
    ({ unit, missing, complete: missing.length === 0 }) as unknown as RankingRow;
  const rounds = [
    { code: 'T1', name: 'Tuần 1', begun: true },
    { code: 'T2', name: 'Tuần 2', begun: false },
  ];
  const [a, b, c] = [of('a', ['I.1']), of('b', ['I.1']), of('c', [])];
  const cluster = {
    standings: [of('a', ['T1/I.1']), of('b', []), of('c', [])],
    rounds: [
      { code: 'T1', standings: [a, b, c] },
      { code: 'T2', standings: [of('d', ['I.1'])] },
    ],
  } as unknown as BoardCluster;
  const uncounted = (each: RankingRow) => uncountedRound(each, { rounds }, cluster)?.code;

  it('does not count for a unit of which the whole misses nothing in it', () => {
    expect([uncounted(a), uncounted(b), uncounted(c)]).toEqual([undefined, 'T1', undefined]);
    expect(uncounted(cluster.rounds[1]!.standings[0]!)).toBe('T2');
    expect(uncounted(cluster.standings[0]!)).toBeUndefined();
  });
});

describe('rewards on the board', () => {
  const reward = (more: Partial<RewardRow>): RewardRow => ({
    ...{ code: 'r', name: 'R', cluster: 'c', fits: true, quota: 1, open: 1 },
    ...{ proposed: [], tieAtEdge: [], held: [], barred: [], given: [] },
    ...more,
  });

  it('are left out where they could go to nobody', () => {
    expect(rewardsToShow([reward({}), reward({ fits: false, quota: 2 }), reward({ quota: 0 })])).toHaveLength(1);
    expect(rewardsToShow([reward({ quota: 0, held: ['u'] })])).toHaveLength(1);
  });

  it('say that nobody qualifies only where nobody does', () => {
    expect(nobodyText(reward({}))).toBe('rewards.nobody');
    for (const more of [{ tieAtEdge: ['u'] }, { held: ['u'] }, { barred: ['u'] }]) {
      expect(nobodyText(reward(more))).toBe('rewards.noneProposed');
    }
  });
});
