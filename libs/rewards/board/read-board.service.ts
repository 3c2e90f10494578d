import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CampaignRules, RecomputeQueue } from '@thidua/campaigns';
import type { CompiledCampaign } from '@thidua/campaigns';
import { Accounts, clustersAllowed } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { KeptMemory, Reader, textBytes } from '@thidua/platform';
import type { ByteCache } from '@thidua/platform';
import { loadCampaignResult, loadClusterStandings } from '@thidua/rankings';
import { obstacleFinder } from '../obstacle.js';
import { Proposals } from '../proposals.service.js';
import { BoardFreshness } from './board-freshness.service.js';
import type { Freshness } from './board-freshness.service.js';
import type { BoardNameView } from './board-standing.view.js';
import { buildCampaignRewards, buildCluster } from './build-board.js';
import type { BoardContext } from './build-board.js';
import { loadReviews } from './load-reviews.js';

const CAMPAIGN = '';

export interface BoardText {
  readonly etag: string;
  /** The board as JSON, in UTF-8. */
  readonly body: Buffer;
}

/**
 * The ranking board as the caller may see it. Its pieces are kept as ready text under the revisions they show, and
 * every read first asks the database which revisions there are now: what is kept can be reused, but never be stale.
 */
@Injectable()
export class ReadBoard {
  private readonly kept: ByteCache<string>;
  private readonly whole: ByteCache<BoardText>;
  /** The key of what the holder of these grants was last shown. */
  private readonly last = new WeakMap<Caller['grants'], { readonly fresh: Freshness; readonly key: string }>();

  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
    private readonly freshness: BoardFreshness,
    private readonly proposals: Proposals,
    private readonly accounts: Accounts,
    private readonly queue: RecomputeQueue,
    kept: KeptMemory,
  ) {
    this.kept = kept.cache('boardPieces');
    this.whole = kept.cache('boards');
  }

  async read(campaign: string, caller: Caller): Promise<BoardText> {
    const fresh = await this.freshness.of(campaign, caller.databaseVersion);
    // The same grants and the same revisions, as objects: while nothing is committed, both are the remembered ones.
    const last = this.last.get(caller.grants);
    const shown = last?.fresh === fresh ? this.whole.get(last.key) : undefined;
    if (shown) return shown;
    const { key, text } = await this.textOf(campaign, caller, fresh);
    this.last.set(caller.grants, { fresh, key });
    return text;
  }

  private async textOf(campaign: string, caller: Caller, fresh: Freshness): Promise<{ key: string; text: BoardText }> {
    const rules = await this.rules.numbered(campaign, fresh.ruleSet);
    const visible = clustersAllowed(caller.grants, 'board.read', campaign);
    const reviewable = clustersAllowed(caller.grants, 'ranking.review', campaign);
    const key = `${campaign}|${fresh.key}|${scopeKey(visible)}|${scopeKey(reviewable)}`;
    const known = this.whole.get(key);
    if (known) return { key, text: known };

    this.requestBehind(campaign, fresh);
    const groups = [...fresh.clusters.keys()].filter((code) => visible === 'all' || visible.has(code));
    const withCampaign = visible === 'all' && rules.plan.campaignRewards.length > 0;
    const mayReview = (code: string) => reviewable === 'all' || reviewable.has(code);
    const pieces = await this.pieces(rules, fresh, withCampaign ? [...groups, CAMPAIGN] : groups, mayReview);
    const { code, name, theme, from, to, plan } = rules;
    const head = JSON.stringify({
      campaign: { code, name, theme, from, to },
      classes: plan.classes.map(nameOf),
      rounds: (plan.rounds?.list ?? []).map((round) => ({ ...nameOf(round), begun: round.begun })),
      rewards: plan.rewards.map(nameOf),
      facts: plan.factKinds.map((kind) => ({ ...nameOf(kind), barred: kind.barred })),
    });
    const clusters = groups.map((group) => pieces.get(group)).join(',');
    const json = `${head.slice(0, -1)},"clusters":[${clusters}],"campaignRewards":${pieces.get(CAMPAIGN) ?? 'null'}}`;
    // Encoded once: encoding it for every reader costs as much as all the rest of a read.
    const text = {
      body: Buffer.from(json),
      etag: `"${createHash('sha256').update(key).digest('base64url').slice(0, 22)}"`,
    };
    this.whole.set(key, text, text.body.byteLength);
    return { key, text };
  }

  /** A read that finds a ranking behind shows so (`current: false`) and asks for it again. */
  private requestBehind(campaign: string, fresh: Freshness): void {
    for (const [code, { requested, computed }] of fresh.clusters) {
      if (computed === null || computed < requested) this.queue.requestCluster(campaign, code);
    }
  }

  private async pieces(
    rules: CompiledCampaign,
    fresh: Freshness,
    groups: readonly string[],
    mayReview: (group: string) => boolean,
  ): Promise<Map<string, string>> {
    const isSettled = (group: string) => rules.plan.clusterOf.get(group)?.settled ?? false;
    const keyOf = (group: string) =>
      `${rules.code}|${group}|${fresh.pieceKey(group, isSettled(group))}|${mayReview(group)}`;
    const found = new Map<string, string>();
    const missing = groups.filter((group) => {
      const text = this.kept.get(keyOf(group));
      if (text !== undefined) found.set(group, text);
      return text === undefined;
    });
    if (missing.length === 0) return found;
    const [reviews, proposals, states, ofCampaign] = await Promise.all([
      this.reviews(rules.code),
      this.proposals.list(rules.code),
      this.states(rules.code, missing),
      loadCampaignResult(this.reader, rules.code),
    ]);
    const obstacleOf = obstacleFinder(proposals, rules.plan);
    for (const group of missing) {
      const review = reviews.get(group) ?? null;
      const context: BoardContext = {
        ...{ rules, review, proposals, obstacleOf, ofCampaign },
        campaignReview: reviews.get(CAMPAIGN) ?? null,
        mayReview: mayReview(group),
      };
      const view = group === CAMPAIGN ? buildCampaignRewards(context) : buildCluster(states.get(group)!, context);
      const text = JSON.stringify(view);
      found.set(group, text);
      this.kept.set(keyOf(group), text, textBytes(text));
    }
    return found;
  }

  /** The latest review of each group, with the reviewer's name. */
  private async reviews(campaign: string) {
    const reviews = await loadReviews(this.reader, campaign);
    const reviewer = await this.accounts.namesOf([...reviews.values()]);
    return new Map(
      [...reviews].map(([group, { account, ...review }]) => [
        group,
        { ...review, by: reviewer({ account, by: review.by }) },
      ]),
    );
  }

  private async states(campaign: string, groups: readonly string[]) {
    const clusters = groups.filter((group) => group !== CAMPAIGN);
    const loaded =
      clusters.length === 1
        ? await loadClusterStandings(this.reader, campaign, clusters[0])
        : await loadClusterStandings(this.reader, campaign);
    return new Map(loaded.map((state) => [state.cluster, state]));
  }
}

function nameOf({ code, name }: BoardNameView): BoardNameView {
  return { code, name };
}

function scopeKey(scope: 'all' | Set<string>): string {
  return scope === 'all' ? '*' : [...scope].join(',');
}
