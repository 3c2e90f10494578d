import { at, formatPath, ROOT } from '../text/path.js';
import { powerOfTen } from '../number/decimal.js';
import { compare } from '../number/rational.js';
import type { Plan, PlanCluster, PlanReward } from '../plan/plan.js';
import { quotaOf } from '../rewards/quota.js';
import type { ScaleReach } from './warn-of-scales.js';
import type { Warnings } from './warning.js';

/** What the units of a file can get. */
export interface Possible {
  reaches: ReadonlyMap<string, ScaleReach>;
  classes: ReadonlySet<string>;
}

/** Warns of rewards that no unit can get, and of quotas with more places than units. */
export function warnOfRewards(plan: Plan, possible: Possible, warnings: Warnings): void {
  plan.rewards.forEach((reward, index) => {
    const path = at(at(ROOT, 'rewards'), index);
    const nobody = whyNobody(plan, reward, possible);
    if (nobody !== undefined) {
      warnings.add('reward.unreachable', formatPath(path), NOBODY[nobody], { reason: nobody });
      return;
    }
    const large = groupsOf(plan, reward).find(({ units }) => quotaOf(reward.quota, units) > units);
    if (large === undefined) return;
    const quota = quotaOf(reward.quota, large.units).toString();
    const name = plan.clusterOf.get(large.name)?.name;
    const reason = name === undefined ? 'campaign' : 'cluster';
    const params = { reason, quota, units: large.units, group: large.name, name: name ?? '' } as const;
    const message = `${quota} places for ${large.units} units${large.name === '' ? '' : ` of ${large.name}`}`;
    warnings.add('reward.quota.large', formatPath(at(path, 'quota')), message, params);
  });
}

const NOBODY = {
  rank: 'no rank is 0 or better',
  class: 'no unit can have a class the reward asks for',
  cluster: 'no cluster has the units the reward is for',
  quota: 'the quota leaves no places',
  total: 'no unit can reach the least total',
} as const;

function whyNobody(plan: Plan, reward: PlanReward, { reaches, classes }: Possible): keyof typeof NOBODY | undefined {
  if (reward.maxRank === 0n) return 'rank';
  if (reward.classes !== undefined && [...reward.classes].every((code) => !classes.has(code))) {
    return 'class';
  }
  const groups = groupsOf(plan, reward);
  if (groups.length === 0) return 'cluster';
  if (groups.every(({ units }) => quotaOf(reward.quota, units) === 0n)) return 'quota';
  const { minTotal } = reward;
  if (minTotal === undefined) return undefined;
  const scales = clustersOf(plan, reward).map(({ scale }) => scale);
  const reached = scales.some((scale) => {
    const total = reaches.get(scale)?.total ?? 0n;
    return compare({ n: total, d: powerOfTen(plan.scales.get(scale)?.digits ?? 0) }, minTotal) >= 0;
  });
  return reached ? undefined : 'total';
}

interface Group {
  /** Code of the cluster; empty for the whole campaign. */
  name: string;
  /** Members the reward is for: as many as can be ranked. */
  units: number;
}

function groupsOf(plan: Plan, reward: PlanReward): Group[] {
  const clusters = clustersOf(plan, reward).map((cluster) => ({
    name: cluster.code,
    units: membersFor(plan, reward, cluster),
  }));
  if (reward.scope === 'cluster' || clusters.length === 0) return clusters;
  // Of a campaign's places every ranked unit counts, those of clusters that are too small as well.
  return [{ name: '', units: plan.clusters.reduce((sum, cluster) => sum + membersFor(plan, reward, cluster), 0) }];
}

/** The clusters with members for the reward that can be large enough. */
const clustersOf = (plan: Plan, reward: PlanReward): PlanCluster[] =>
  plan.clusters.filter(
    (cluster) =>
      membersFor(plan, reward, cluster) > 0 &&
      (reward.minClusterSize === undefined || BigInt(cluster.units.length) >= reward.minClusterSize),
  );

const membersFor = (plan: Plan, reward: PlanReward, cluster: PlanCluster): number =>
  cluster.units.filter((unit) => reward.for === undefined || plan.units.get(unit)?.kind === reward.for).length;
