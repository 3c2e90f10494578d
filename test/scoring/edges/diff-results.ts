import type { ClusterRanking, ResultDocument, RewardRow, Standing } from '@thidua/scoring';

export const standing = (unit: string, over: Partial<Standing> = {}): Standing => ({
  ...{ unit, rank: 1, tied: false, complete: true, total: '80', base: '80', bonus: '0', penalty: '0' },
  ...{ parts: { I: '80' }, groups: { g: '40' }, attainable: '100', facts: [] },
  ...{ criteria: { 'I.1': { points: '80', stage: 'self' } }, missing: [], class: null },
  ...over,
});
export const row = (over: Partial<RewardRow> = {}): RewardRow => ({
  ...{ code: 'r', cluster: 'C', quota: 2, open: 2, proposed: [], tieAtEdge: [], held: [], barred: [] },
  ...over,
});
export const cluster = (code: string, ...standings: Standing[]): ClusterRanking => ({ code, standings });
export const result = (clusters: ClusterRanking[], rewards: RewardRow[] = [], over: Partial<ResultDocument> = {}) =>
  ({ format: 'thidua-result/1', engine: 'e', input: 'i', clusters, rewards, ...over }) as ResultDocument;

/** What stands of a unit that has nothing to tell but what `over` says. */
export const unitDiff = (unit: string, over: object = {}) => ({
  ...{ unit, presence: 'both', parts: {}, groups: {}, criteria: {}, rounds: [] },
  ...{ passed: [], passedBy: [], because: [] },
  ...over,
});
