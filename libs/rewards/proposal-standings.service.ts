import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { Reader, ownMember } from '@thidua/platform';
import { loadCampaignResult, loadClusterStandings } from '@thidua/rankings';
import type { ProposalState } from './proposals.service.js';

/** How a unit stands in the ranking that its proposal rests on. */
export interface ProposedStanding {
  readonly rank: number | null;
  readonly total: string;
  /** Code, or null. */
  readonly class: string | null;
}

/** The standing a proposal rests on, and the one of now where that says something else; null where it is not kept. */
export interface StandingsOf {
  readonly standing: ProposedStanding | null;
  readonly now: ProposedStanding | null;
}

type Standings = ReadonlyMap<string, ProposedStanding>;

interface Snapshot {
  readonly ranking: { readonly standings: readonly (ProposedStanding & { readonly unit: string })[] };
}

/**
 * Finds for proposals the standing of their unit: in the ranking as it is while the proposal stands, else in the one that
 * was endorsed, with what has become of it since. What the campaign's own review endorsed holds no standings: of that,
 * nothing once it has moved on.
 */
@Injectable()
export class ProposalStandings {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
  ) {}

  async find(campaign: string, proposals: readonly ProposalState[]): Promise<(proposal: ProposalState) => StandingsOf> {
    const now: Standings = proposals.length > 0 ? await this.now(campaign) : new Map();
    const endorsed = await this.endorsed(
      campaign,
      proposals.filter(({ current, group }) => !current && group !== null),
    );
    return (proposal) => {
      const latest = now.get(proposal.unit) ?? null;
      if (proposal.current) return { standing: latest, now: null };
      const standing = endorsed.get(keyOf(proposal))?.get(proposal.unit) ?? null;
      return { standing, now: standing !== null && latest !== null && !isSame(standing, latest) ? latest : null };
    };
  }

  private async now(campaign: string): Promise<Standings> {
    const { plan } = await this.rules.get(campaign);
    const [clusters, { stored: settlement }] = await Promise.all([
      loadClusterStandings(this.reader, campaign),
      loadCampaignResult(this.reader, campaign),
    ]);
    return new Map(
      clusters.flatMap(({ cluster, stored }) => {
        const { settled } = plan.clusterOf.get(cluster)!;
        return (stored?.ranking.standings ?? []).map(({ unit, rank, total, class: own }) => [
          unit,
          { rank, total, class: settled ? (ownMember(settlement?.classes ?? {}, unit) ?? null) : own },
        ]);
      }),
    );
  }

  /** By group and revision. */
  private async endorsed(campaign: string, wanted: readonly ProposalState[]): Promise<ReadonlyMap<string, Standings>> {
    const keys = new Set(wanted.map(keyOf));
    const found = new Map<string, Standings>();
    if (keys.size === 0) return found;
    const reviews = await this.reader.query<{ id: number; group: string; revision: number }>(
      `SELECT id, cluster AS "group", revision FROM review
        WHERE campaign = ? AND outcome = 'endorse' AND cluster IS NOT NULL`,
      [campaign],
    );
    for (const review of reviews) {
      if (!keys.has(keyOf(review)) || found.has(keyOf(review))) continue;
      // A snapshot holds every figure of a cluster: only those asked for are read.
      const [row] = await this.reader.query<{ snapshot: string }>('SELECT snapshot FROM review WHERE id = ?', [
        review.id,
      ]);
      const { ranking } = JSON.parse(row!.snapshot) as Snapshot;
      found.set(
        keyOf(review),
        new Map(ranking.standings.map(({ unit, rank, total, class: given }) => [unit, { rank, total, class: given }])),
      );
    }
    return found;
  }
}

function isSame(a: ProposedStanding, b: ProposedStanding): boolean {
  return a.rank === b.rank && a.total === b.total && a.class === b.class;
}

function keyOf({ group, revision }: { group: string | null; revision: number }): string {
  return `${group ?? ''}@${revision}`;
}
