import { holds } from './conditions.js';
import { isHeld, kindsOf } from './facts.js';
import type { Subject } from './figures.js';
import type { Cluster, Reward } from './file.js';
import { byCodePoint, type Model } from './model.js';
import { add, compare, decimal, divide, floor, HUNDRED, multiply, ratio, whole } from './rational.js';
import { ceil } from './rational.js';
import { tieGroups } from './ranking.js';
import type { Standing } from './standing.js';

export interface RewardRow {
  code: string;
  cluster: string | null;
  quota: number;
  open: number;
  proposed: string[];
  tieAtEdge: string[];
  held: string[];
  barred: string[];
}

export function giveRewards(all: Standing[], subjectOf: (one: Standing) => Subject, model: Model): RewardRow[] {
  const rows: RewardRow[] = [];
  const classes = model.file.classes ?? [];
  const isProposed = (one: Standing, reward: string): boolean =>
    rows.some(({ code, proposed }) => code === reward && proposed.includes(one.unit.code));
  const isBarred = (one: Standing): boolean => kindsOf(model).some((kind) => kind.barred && one.facts.has(kind.code));
  const clusterSize = (cluster: Cluster): number => all.filter((one) => one.ranked && one.cluster === cluster).length;

  function meets(reward: Reward, one: Standing): boolean {
    return (
      one.complete &&
      one.rank! <= (reward.maxRank ?? Infinity) &&
      (reward.minTotal === undefined || compare(one.figures.total, decimal(reward.minTotal)) >= 0) &&
      (reward.classes === undefined || (one.class !== null && reward.classes.includes(classes[one.class]!.code))) &&
      clusterSize(one.cluster) >= (reward.minClusterSize ?? 0) &&
      !reward.excludes?.some((other) => isProposed(one, other)) &&
      (reward.requires ?? []).every((other) => isProposed(one, other))
    );
  }

  function rowOf(reward: Reward, cluster: Cluster | null): RewardRow {
    const group = all.filter((one) => one.ranked && (cluster === null || one.cluster === cluster));
    const own = group.filter((one) => reward.for === undefined || (one.unit.kind ?? 'collective') === reward.for);
    const whenHolds = new Set(own.filter((one) => !reward.when || holds(reward.when, subjectOf(one), model)));
    const meeting = own.filter((one) => whenHolds.has(one) && meets(reward, one));
    const barred = meeting.filter(isBarred);
    const held = meeting.filter((one) => !barred.includes(one) && isHeld(one.unit.code, model));
    const of = reward.quota.of ?? 'ranked';
    const size =
      of === 'ranked' ? own.length : group.filter((one) => isProposed(one, of.replace('reward:', ''))).length;
    const quota = quotaOf(reward.quota, size);
    const candidates = meeting.filter((one) => !barred.includes(one) && !held.includes(one));
    const proposed: string[] = [];
    const tieAtEdge: string[] = [];
    for (const tied of tieGroups(candidates, model.precedence)) {
      const codes = tied.map((one) => one.unit.code);
      const left = quota - proposed.length;
      if (left > 0 && codes.length > left) tieAtEdge.push(...codes);
      if (codes.length > left) break;
      proposed.push(...codes);
    }
    const sorted = (some: Standing[]): string[] => some.map((one) => one.unit.code).toSorted(byCodePoint);
    return {
      code: reward.code,
      cluster: cluster?.code ?? null,
      quota,
      open: quota - proposed.length,
      proposed,
      tieAtEdge,
      held: sorted(held),
      barred: sorted(barred),
    };
  }

  for (const reward of model.file.rewards ?? []) {
    const groups = reward.scope === 'campaign' ? [null] : model.file.clusters;
    // What one cluster is proposed says nothing of another, so the rows of a reward may join the list one by one.
    for (const cluster of groups) rows.push(rowOf(reward, cluster));
  }
  return rows;
}

function quotaOf(quota: Reward['quota'], size: number): number {
  if (quota.count !== undefined) return Number(quota.count);
  const exact = divide(multiply(decimal(quota.percent!), whole(size)), HUNDRED);
  const rounding = { down: floor(exact), up: ceil(exact), halfUp: floor(add(exact, ratio(1n, 2n))) };
  return Number(rounding[quota.rounding ?? 'down'].n);
}
