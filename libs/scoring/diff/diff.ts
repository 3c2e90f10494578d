import type { ResultDocument } from '../live/result.js';
import type { RewardRow } from '../rewards/reward-row.js';
import { changed, match } from './changed.js';
import { diffCluster } from './diff-cluster.js';
import { diffReward, gainedOrLost } from './diff-reward.js';
import type { ResultDiff } from './result-diff.js';

/**
 * Compares two results (spec, "The result"): who moved, gained or lost a class or a reward, and why; two units change
 * places when both are in both results. Clusters, units and rewards are matched by their codes. Decimals are those
 * of the results, as texts: 80 and 80.0 are told as different, but are no reason for a move. Documents that come from
 * outside pass `readResult` first; points that are no decimals throw a TypeError here.
 */
export function diff(before: ResultDocument, after: ResultDocument): ResultDiff {
  const clusters = match(before.clusters, after.clusters, ({ code }) => code)
    .map((pair) => diffCluster(pair.before, pair.after))
    .filter((cluster) => cluster !== undefined);
  const units = new Map(clusters.flatMap((cluster) => cluster.units.map((unit) => [unit.unit, unit])));
  const pairs = match(before.rewards, after.rewards, rowOf);
  const earlier = movedBefore(pairs);
  const rewards = pairs
    .map((pair) => diffReward(pair.before, pair.after, units, earlier.get(codeOf(pair))!))
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

type RowPair = Record<'before' | 'after', RewardRow | undefined>;

const codeOf = ({ before, after }: RowPair): string => (after ?? before)!.code;

/** By reward: the units that gained or lost one earlier in the list. */
function movedBefore(pairs: readonly RowPair[]): Map<string, ReadonlySet<string>> {
  const moved = new Map<string, string[]>();
  for (const pair of pairs) {
    moved.set(codeOf(pair), [...(moved.get(codeOf(pair)) ?? []), ...gainedOrLost(pair.before, pair.after)]);
  }
  const earlier = new Map<string, ReadonlySet<string>>();
  let all: ReadonlySet<string> = new Set();
  for (const [code, units] of moved) {
    earlier.set(code, all);
    all = new Set([...all, ...units]);
  }
  return earlier;
}

const rowOf = ({ code, cluster }: RewardRow): string => `${code} ${cluster ?? ''}`;
