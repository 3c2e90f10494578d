import type { ResultDocument, RewardRow } from '../result/result.js';
import { changed, match } from './changed.js';
import { diffCluster } from './diff-cluster.js';
import { diffReward } from './diff-reward.js';
import type { ResultDiff } from './result-diff.js';

/**
 * Compares two results: who moved, gained or lost a class or a reward, and why; two units change places when
 * both are in both results. Clusters, units and rewards are matched by their codes.
 */
export function diff(before: ResultDocument, after: ResultDocument): ResultDiff {
  const clusters = match(before.clusters, after.clusters, ({ code }) => code)
    .map((pair) => diffCluster(pair.before, pair.after))
    .filter((cluster) => cluster !== undefined);
  const units = new Map(clusters.flatMap((cluster) => cluster.units.map((unit) => [unit.unit, unit])));
  const rewards = match(before.rewards, after.rewards, rowOf)
    .map((pair) => diffReward(pair.before, pair.after, units))
    .filter((reward) => reward !== undefined);
  const engine = changed(before.engine, after.engine);
  const input = changed(before.input, after.input);
  return {
    format: 'thidua-diff/1',
    same: clusters.length === 0 && rewards.length === 0,
    ...(engine && { engine }),
    ...(input && { input }),
    clusters,
    rewards,
  };
}

const rowOf = ({ code, cluster }: RewardRow): string => `${code} ${cluster ?? ''}`;
