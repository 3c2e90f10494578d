import type { CompiledCampaign } from '@thidua/campaigns';
import type { BareRanking, CampaignState, ClusterState, ReviewView } from '@thidua/rankings';
import type { RewardRow } from '@thidua/scoring';
import { proposalStatus } from '../proposal-status.js';
import type { ProposalState } from '../proposals.service.js';
import type {
  BoardCampaignRewardsView,
  BoardClusterView,
  BoardPartView,
  BoardProposalView,
  BoardRewardView,
  BoardStandingView,
} from './board.view.js';

/** What a group of the board is built from besides its stored result. */
export interface BoardContext {
  readonly rules: CompiledCampaign;
  /** The latest review of the group. */
  readonly review: Omit<ReviewView, 'current'> | null;
  readonly mayReview: boolean;
  /** All proposals of the campaign that the council has before it or has decided. */
  readonly proposals: readonly ProposalState[];
  /** Reward rows that need every cluster. */
  readonly campaignRows: readonly RewardRow[];
}

export function buildCluster(state: ClusterState<BareRanking>, context: BoardContext): BoardClusterView {
  const { cluster, requestedRevision, stored } = state;
  const { rules } = context;
  const { code, name, scale } = rules.plan.clusterOf.get(cluster)!;
  const standings = stored?.ranking.standings ?? [];
  const ranks = stored?.previousRanks ?? null;
  const rewards = stored?.rewards ?? [];
  const rows = [...rewards, ...context.campaignRows];
  return {
    code,
    name,
    digits: rules.plan.scales.get(scale)!.digits,
    parts: partsOf(rules, scale),
    ...group(stored?.revision ?? null, requestedRevision, context),
    computedAt: stored?.computedAt ?? null,
    engine: stored?.engine ?? null,
    inputHash: stored?.inputHash ?? null,
    standings: standings.map((standing): BoardStandingView => {
      const { name: unitName, kind, held } = rules.plan.units.get(standing.unit)!;
      const before = ranks?.[standing.unit] ?? null;
      return {
        ...standing,
        name: unitName,
        kind,
        movement: before === null || standing.rank === null ? null : before - standing.rank,
        held,
        proposals: proposalsOf(standing.unit, rows, context),
        ties: rows.filter((row) => row.tieAtEdge.includes(standing.unit)).map((row) => row.code),
      };
    }),
    rewards: rewards.map((row) => rewardView(row, rules)),
  };
}

export function buildCampaignRewards(state: CampaignState, context: BoardContext): BoardCampaignRewardsView {
  const { stored, requestedRevision } = state;
  return {
    ...group(stored?.revision ?? null, requestedRevision, context),
    rewards: (stored?.rewards ?? []).map((row) => rewardView(row, context.rules)),
  };
}

function group(revision: number | null, requestedRevision: number, { review, mayReview }: BoardContext) {
  return {
    revision,
    requestedRevision,
    current: revision === requestedRevision,
    review: review && { ...review, current: review.revision === requestedRevision },
    may: mayReview ? ['ranking.review'] : [],
  };
}

/** What the ranking proposes for a unit now, and what was decided of it before. */
function proposalsOf(
  unit: string,
  rows: readonly RewardRow[],
  { rules, proposals }: BoardContext,
): BoardProposalView[] {
  const statuses = new Map<string, string>();
  for (const row of rows) if (row.proposed.includes(unit)) statuses.set(row.code, 'proposed');
  for (const proposal of proposals) {
    if (proposal.unit === unit && (proposal.decision !== null || proposal.current)) {
      statuses.set(proposal.reward, proposalStatus(proposal));
    }
  }
  return rules.plan.rewards.flatMap(({ code, name }) => {
    const status = statuses.get(code);
    return status === undefined ? [] : [{ reward: code, name, status }];
  });
}

function rewardView(row: RewardRow, { plan }: CompiledCampaign): BoardRewardView {
  return { ...row, name: plan.rewards.find(({ code }) => code === row.code)!.name };
}

function partsOf({ document }: CompiledCampaign, scale: string): BoardPartView[] {
  const scales = document['scales'] as unknown as {
    code: string;
    parts: { code: string; name: string; max: string | number }[];
  }[];
  return scales
    .find(({ code }) => code === scale)!
    .parts.map(({ code, name, max }) => ({ code, name, max: String(max) }));
}
