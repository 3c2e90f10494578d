import { Injectable } from '@nestjs/common';
import { CampaignRules, RecomputeQueue } from '@thidua/campaigns';
import type { CompiledCampaign } from '@thidua/campaigns';
import { Clock, KeptMemory, LiveEvents, Metrics, Reader, ownMember } from '@thidua/platform';
import type { ByteCache } from '@thidua/platform';
import { canonicalJson, ENGINE } from '@thidua/scoring';
import type { ClusterRanking, JsonValue, RewardRow } from '@thidua/scoring';
import { bareOf, roundPoints } from './bare-ranking.js';
import { LiveCluster, ranksOf } from './live-cluster.js';
import type { Ranks } from './live-cluster.js';
import { rankingChannel } from './ranking-events.js';
import type { RankingEvent } from './ranking-events.js';
import { rulesHash } from './rules-hash.js';
import { needsSettlement } from './settlement.js';
import { StoreRankings } from './store-rankings.service.js';
import { loadClusterResults } from './stored-results.js';

interface Computed {
  readonly ranking: ClusterRanking;
  readonly rewards: readonly RewardRow[];
  readonly ranks: Ranks;
  readonly previousRanks: Ranks | null;
  readonly ranksChangedAt: string | null;
  readonly computedAt: string;
}

/**
 * Brings a cluster's stored ranking up to its revision. Everything is read from the rows, so it does not matter how
 * often it is asked, by whom, or whether an earlier attempt died half-way; and since one statement stores the result
 * only over an older revision, a slow computation never replaces a newer one.
 */
@Injectable()
export class RecomputeCluster {
  private readonly kept: ByteCache<LiveCluster>;
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly reader: Reader,
    private readonly rankings: StoreRankings,
    private readonly rules: CampaignRules,
    private readonly queue: RecomputeQueue,
    private readonly live: LiveEvents,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
    kept: KeptMemory,
  ) {
    this.kept = kept.cache('clusters');
  }

  /** Resolves when the stored ranking is at least as new as the cluster was when this was called. */
  async recompute(campaign: string, cluster: string): Promise<void> {
    const key = `${campaign}/${cluster}`;
    // One after another in a process, so that they share the facts in memory.
    const turn = (this.running.get(key) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.bringUp(campaign, cluster, key));
    this.running.set(key, turn);
    try {
      await turn;
    } finally {
      if (this.running.get(key) === turn) this.running.delete(key);
    }
  }

  private async bringUp(campaign: string, cluster: string, key: string): Promise<void> {
    const live = await this.refreshed(await this.rules.get(campaign), cluster, this.take(key));
    // Once is enough: what came since is the next request's, after the other clusters that wait.
    if (!live.isStored) await this.store(live, live.rules, computed(live, this.clock.now().toISOString()));
    this.kept.set(key, live, live.bytes);
  }

  /** The cluster's facts as of now, by the rules that are in force with them. */
  private async refreshed(rules: CompiledCampaign, cluster: string, kept?: LiveCluster): Promise<LiveCluster> {
    // Of another day, its plan judges holds, facts and rounds otherwise.
    const live = kept?.rules === rules ? kept : new LiveCluster(rules, cluster);
    const inForce = await live.refresh(this.reader);
    if (inForce === rules.ruleSet) return live;
    return this.refreshed(await this.rules.numbered(rules.code, inForce), cluster);
  }

  private async store(
    live: LiveCluster,
    rules: CompiledCampaign,
    { ranking, rewards, ranks, previousRanks, ranksChangedAt, computedAt }: Computed,
  ): Promise<void> {
    const before = live.ranks;
    const rounds = roundPoints(ranking);
    const scale = rules.plan.scales.get(rules.plan.clusterOf.get(live.cluster)!.scale)!;
    const stored = await this.rankings.store({
      campaign: live.campaign,
      cluster: live.cluster,
      revision: live.revision,
      unsettles: await this.unsettles(live, ranking, rewards),
      engine: ENGINE,
      asOf: rules.plan.asOf,
      ruleSet: rules.ruleSet,
      scale: `${scale.code}@${scale.version}`,
      inputHash: live.inputHash(rulesHash(rules)),
      ranking: bareOf(ranking),
      basis: live.standing.basis(),
      faults: live.standing.faults(),
      rewards,
      previousRanks,
      ranksChangedAt,
      computedAt,
      // At least the units that differ from the result about to be replaced, whoever stored that.
      points: new Map(
        [...live.unstored].map((unit) => {
          const { criteria } = live.standing.scoreOf(unit);
          return [unit, { criteria, rounds: rounds.get(unit) ?? null }];
        }),
      ),
    });
    // Another process was faster: the next refresh reads what it stored.
    if (stored === null) return;
    live.stored(stored, { ranks, previousRanks, ranksChangedAt });
    this.metrics.rankingStored();
    const { campaign, cluster, revision } = live;
    const event: RankingEvent = { kind: 'ranking', campaign, cluster, revision, moved: moves(before, ranks) };
    this.live.publish(rankingChannel(campaign), event);
    if (needsSettlement(rules.plan)) this.queue.requestCampaign(campaign);
  }

  /** Whether another result of the same facts is stored that says something else. */
  private async unsettles(live: LiveCluster, ranking: ClusterRanking, rewards: readonly RewardRow[]): Promise<boolean> {
    if (live.storedRevision !== live.revision) return false;
    const [state] = await loadClusterResults(this.reader, live.campaign, live.cluster);
    const stored = state?.stored;
    if (stored?.revision !== live.revision) return false;
    const faults = live.standing.faults();
    return (
      told({ ranking, rewards, faults }) !==
      told({ ranking: stored.ranking, rewards: stored.rewards, faults: stored.faults })
    );
  }

  private take(key: string): LiveCluster | undefined {
    const live = this.kept.get(key);
    // Taken out while in use: if something throws half-way, the next attempt starts from the rows again.
    this.kept.delete(key);
    return live;
  }
}

const told = (result: object): string => canonicalJson(result as unknown as JsonValue);

function computed({ standing, ranks: before, previousRanks, ranksChangedAt }: LiveCluster, now: string): Computed {
  const ranking = standing.ranking();
  const ranks = ranksOf(ranking);
  const moved = before !== null && differ(before, ranks);
  return {
    ranking,
    rewards: standing.rewards(),
    ranks,
    previousRanks: moved ? before : previousRanks,
    ranksChangedAt: moved ? now : ranksChangedAt,
    computedAt: now,
  };
}

function differ(a: Ranks, b: Ranks): boolean {
  return Object.entries(b).some(([unit, rank]) => ownMember(a, unit) !== rank);
}

function moves(before: Ranks | null, after: Ranks): RankingEvent['moved'] {
  if (before === null) return [];
  return Object.entries(after)
    .filter(([unit, rank]) => ownMember(before, unit) !== rank)
    .map(([unit, to]) => ({ unit, from: ownMember(before, unit) ?? null, to }));
}
