import type { UnitKind } from '../plan/competition.js';
import type { Plan, PlanCluster, PlanReward, PlanUnit } from '../plan/plan.js';
import { quotaOf } from '../rewards/quota.js';

/** A group of a reward with units that can be ranked. */
export interface RewardGroup {
  /** Code of the cluster; empty for the whole campaign. */
  name: string;
  /** As many as the reward is for and can be ranked. */
  units: number;
  /** The most that a quota by percent can be a share of: these units, or those proposed for the other reward. */
  counted: number;
}

/** Who can come into question for the rewards of a plan, by number. */
export class RewardGroups {
  /** By cluster: how many of its units can be ranked, of each kind and in all. */
  private readonly sizes = new Map<string, Record<UnitKind | 'all', number>>();
  private readonly byCode: ReadonlyMap<string, PlanReward>;
  /** The most that can be proposed, by reward, then by cluster: rewards may rest on each other in a long row. */
  private readonly known = new Map<PlanReward, Map<string, number>>();

  constructor(private readonly plan: Plan) {
    this.byCode = new Map(plan.rewards.map((reward) => [reward.code, reward]));
    for (const { code } of plan.clusters) this.sizes.set(code, { collective: 0, individual: 0, all: 0 });
    for (const { cluster, kind, competes } of plan.units.values()) {
      if (!competes) continue;
      const size = this.sizes.get(cluster)!;
      size[kind] += 1;
      size.all += 1;
    }
  }

  of(reward: PlanReward): RewardGroup[] {
    const clusters = this.clustersOf(reward);
    const group = (name: string, within: readonly PlanCluster[]): RewardGroup => {
      const units = this.count(reward, within);
      return { name, units, counted: this.counted(reward, within, units) };
    };
    if (reward.scope === 'cluster') return clusters.map((cluster) => group(cluster.code, [cluster]));
    // Of a campaign's places every ranked unit counts, those of clusters that are too small as well.
    return clusters.length === 0 ? [] : [group('', this.plan.clusters)];
  }

  /** The clusters with members for the reward that can be large enough. */
  clustersOf(reward: PlanReward): PlanCluster[] {
    return this.plan.clusters.filter(
      (cluster) =>
        this.count(reward, [cluster]) > 0 &&
        (reward.minClusterSize === undefined || BigInt(this.sizeOf(cluster).all) >= reward.minClusterSize),
    );
  }

  isFor(reward: PlanReward, { kind }: PlanUnit): boolean {
    return reward.for === undefined || reward.for === kind;
  }

  private counted({ quota }: PlanReward, within: readonly PlanCluster[], units: number): number {
    const of = 'percent' in quota ? quota.of : undefined;
    if (of === undefined) return units;
    return this.most(this.byCode.get(of)!, within);
  }

  /** The most units of some clusters that can be proposed for a reward. */
  private most(reward: PlanReward, within: readonly PlanCluster[]): number {
    if (reward.scope === 'campaign') {
      return Math.min(this.count(reward, within), this.places(reward, this.plan.clusters));
    }
    return within.reduce((sum, cluster) => sum + this.mostIn(reward, cluster), 0);
  }

  private mostIn(reward: PlanReward, cluster: PlanCluster): number {
    let known = this.known.get(reward);
    if (known === undefined) this.known.set(reward, (known = new Map()));
    let most = known.get(cluster.code);
    if (most === undefined) {
      most = Math.min(this.count(reward, [cluster]), this.places(reward, [cluster]));
      known.set(cluster.code, most);
    }
    return most;
  }

  private places(reward: PlanReward, within: readonly PlanCluster[]): number {
    return Number(quotaOf(reward.quota, this.counted(reward, within, this.count(reward, within))));
  }

  private count(reward: PlanReward, within: readonly PlanCluster[]): number {
    return within.reduce((sum, cluster) => sum + this.sizeOf(cluster)[reward.for ?? 'all'], 0);
  }

  private sizeOf({ code }: PlanCluster): Readonly<Record<UnitKind | 'all', number>> {
    return this.sizes.get(code)!;
  }
}
