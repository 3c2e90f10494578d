import { describe, expect, it } from '@jest/globals';
import type { BoardCluster, RewardRow } from '../../apps/web/src/api/types.js';
import { uncountedRound, type RankingRow } from '../../apps/web/src/features/board/ranking-rows.js';
import { nobodyText, rewardsToShow } from '../../apps/web/src/features/board/rewards-to-show.js';
import { gapsOf } from '../../apps/web/src/features/board/total-gaps.js';

const ALL = ['rounds', 'rescaled', 'ceiling', 'floor'] as const;
const row = (part: string, base: string, bonus: string, penalty: string, total: string) => ({
  parts: { I: part, II: '1.5' },
  ...{ base, bonus, penalty, total },
});

describe('rows of the board that do not add up', () => {
  it('have no reason where all add up', () => {
    expect(gapsOf([row('2.25', '3.75', '1', '0.5', '4.25')], ALL, true)).toEqual([]);
    expect(gapsOf([row('-2.25', '-0.75', '0', '0', '-0.75')], ALL, true)).toEqual([]);
  });

  it('name what keeps them from it', () => {
    expect(gapsOf([row('2', '7', '0', '0', '7')], ALL, false)).toEqual(['rescaled']);
    expect(gapsOf([row('98', '99.5', '5', '0', '100')], ALL, false)).toEqual(['ceiling']);
    expect(gapsOf([row('0', '1.5', '0', '5', '0')], ALL, false)).toEqual(['floor']);
    expect(gapsOf([row('98', '99.5', '5', '0', '100')], ['rounds', 'ceiling'], true)).toEqual(['rounds', 'ceiling']);
  });

  it('name nothing that the rules do not have', () => {
    expect(gapsOf([row('2', '3', '0', '0', '4')], ['rounds'], true)).toEqual(['rounds']);
    expect(gapsOf([row('2', '3', '0', '0', '4')], ['rounds'], false)).toEqual([]);
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
  const uncounted = (row: RankingRow) => uncountedRound(row, { rounds }, cluster)?.code;

  it('does not count for a unit of which the whole misses nothing in it', () => {
    expect([uncounted(a), uncounted(b), uncounted(c)]).toEqual([undefined, 'T1', undefined]);
    expect(uncounted(cluster.rounds[1]!.standings[0]!)).toBe('T2');
    expect(uncounted(cluster.standings[0]!)).toBeUndefined();
  });
});

describe('rewards on the board', () => {
  const reward = (more: Partial<RewardRow>): RewardRow => ({
    ...{ code: 'r', name: 'R', cluster: 'c', fits: true, quota: 1, open: 1 },
    ...{ proposed: [], tieAtEdge: [], held: [], barred: [] },
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
