import type { CompiledCampaign } from '@thidua/campaigns';
import { ownMember } from '@thidua/platform';
import type {
  BareRanking,
  BareRoundStanding,
  CampaignState,
  ClusterState,
  ComputedBy,
  ReviewView,
} from '@thidua/rankings';
import { isOfToday, restsOn, sumOf } from '@thidua/rankings';
import { totalGaps } from '@thidua/scoring';
import type { CombinedFrom, Plan, PlanScale, RewardRow, ScoringError } from '@thidua/scoring';
import type { Obstacle, Proposed } from '../obstacle.js';
import { proposalStatus } from '../proposal-status.js';
import type { ProposalState } from '../proposals.service.js';
import { classBar } from './class-bar.js';
import type {
  BoardFaultView,
  BoardNameView,
  BoardProposalView,
  BoardScoreView,
  BoardStandingView,
} from './board-standing.view.js';
import type { BoardCampaignRewardsView, BoardClusterView, BoardRewardView } from './board.view.js';
import { sectionsOf } from './board-sections.js';

/** What a group of the board is built from besides its stored result. */
export interface BoardContext {
  readonly rules: CompiledCampaign;
  /** The latest review of the group. */
  readonly review: ReviewView | null;
  /** That of what rests on every cluster. */
  readonly campaignReview: ReviewView | null;
  readonly mayReview: boolean;
  /** All proposals of the campaign that the council has before it or has decided. */
  readonly proposals: readonly ProposalState[];
  /** What earlier decisions leave of a proposal. */
  readonly obstacleOf: (proposal: Proposed) => Obstacle | null;
  /** The settlement: reward rows and classes that need every cluster. */
  readonly ofCampaign: CampaignState;
}

export function buildCluster(state: ClusterState<BareRanking>, context: BoardContext): BoardClusterView {
  const { cluster, requestedRevision, stored } = state;
  const { rules, ofCampaign } = context;
  const { code, name, scale, settled } = rules.plan.clusterOf.get(cluster)!;
  const ranking = stored && withClasses(stored.ranking, settled ? ofCampaign.stored : null);
  const from = combinedFrom(ranking ?? {}, rules.plan);
  const ranks = stored?.previousRanks ?? null;
  const rewards = stored?.rewards ?? [];
  const together = ofCampaign.stored?.rewards ?? [];
  const rows = [...rewards, ...together];
  const standings = ranking?.standings ?? [];
  const classOf = (unit: string) => ownMember(ofCampaign.stored?.classes ?? {}, unit) ?? null;
  const barring = new Set(rules.plan.factKinds.filter(({ barred }) => barred).map((kind) => kind.code));
  return {
    code,
    name,
    digits: rules.plan.scales.get(scale)!.digits,
    ...sectionsOf(rules, scale),
    settled,
    ...(settled
      ? settledGroup(cluster, context)
      : group(stored && { ...stored, of: stored.revision }, requestedRevision, context)),
    faults: (stored?.faults ?? []).map((fault) => faultView(fault, rules)),
    computedAt: stored?.computedAt ?? null,
    ranksChangedAt: stored?.ranksChangedAt ?? null,
    engine: stored?.engine ?? null,
    inputHash: stored?.inputHash ?? null,
    standings: standings.map((standing): BoardStandingView => {
      const before = ranks?.[standing.unit] ?? null;
      return {
        ...scoreView(standing, rules, from(standing.unit)),
        class: standing.class,
        movement: before === null || standing.rank === null ? null : before - standing.rank,
        classBar: classBar(rules, standing, standings, classOf),
        held: rules.plan.units.get(standing.unit)!.held,
        holdReasons: rules.plan.units.get(standing.unit)!.holds.flatMap(({ reason }) => reason ?? []),
        barred: standing.facts.some((kind) => barring.has(kind)),
        proposals: proposalsOf(standing.unit, rewards, together, context),
        ties: rows.filter((row) => row.tieAtEdge.includes(standing.unit)).map((row) => row.code),
      };
    }),
    rounds: (ranking?.rounds ?? []).map((round) => ({
      code: round.code,
      standings: round.standings.map((standing) => scoreView(standing, rules)),
    })),
    rewards: rewards.map((row) => rewardView(row, context)),
    settledRewards: together.filter((row) => row.cluster === cluster).map((row) => rewardView(row, context)),
    missing: missingOf(standings, rules.plan.scales.get(scale)!),
  };
}

/** The criteria that some unit has no entry for, in scale order. */
function missingOf(standings: readonly BareRoundStanding[], { criteria }: PlanScale): BoardNameView[] {
  const codes = new Set(standings.flatMap(({ missing }) => missing.map((each) => each.slice(each.indexOf('/') + 1))));
  return criteria.filter(({ code }) => codes.has(code)).map(({ code, name }) => ({ code, name }));
}

/** What the figures of a unit in the whole were combined from; undefined where there are no rounds. */
function combinedFrom({ rounds = [] }: Partial<BareRanking>, { rounds: known }: Plan) {
  if (known === undefined) return () => undefined;
  const begun = new Set(known.list.filter((round) => round.begun).map(({ code }) => code));
  const scores = new Map<string, BareRoundStanding[]>();
  for (const { standings } of rounds.filter(({ code }) => begun.has(code))) {
    for (const standing of standings) scores.set(standing.unit, [...(scores.get(standing.unit) ?? []), standing]);
  }
  return (unit: string): CombinedFrom => ({ how: known.how, rounds: scores.get(unit) ?? [] });
}

/** The ranking with the classes of the last settlement; without one, with none. */
function withClasses(ranking: BareRanking, settlement: CampaignState['stored']): BareRanking {
  if (settlement === null) return ranking;
  const standings = ranking.standings.map((each) => ({ ...each, class: settlement.classes[each.unit] ?? null }));
  return { ...ranking, standings };
}

function scoreView(standing: BareRoundStanding, { plan }: CompiledCampaign, from?: CombinedFrom): BoardScoreView {
  const { name, kind, competes } = plan.units.get(standing.unit)!;
  return { ...standing, name, kind, competes, gaps: totalGaps(standing, from) };
}

export function buildCampaignRewards(context: BoardContext): BoardCampaignRewardsView {
  const { stored } = context.ofCampaign;
  return {
    ...settledGroup(null, context),
    computedAt: stored?.computedAt ?? null,
    rewards: (stored?.rewards ?? []).map((row) => rewardView(row, context)),
  };
}

/** What is settled is of the revisions of the clusters that it rests on. */
function settledGroup(cluster: string | null, context: BoardContext) {
  const { requested, stored } = context.ofCampaign;
  const clusters = restsOn(context.rules.plan, cluster);
  return group(stored && { ...stored, of: sumOf(stored.revisions, clusters) }, sumOf(requested, clusters), context);
}

/** @param stored the result shown, `of` the revision that a review of it would name. */
function group(
  stored: (ComputedBy & { readonly of: number }) | null,
  requestedRevision: number,
  { rules, review, mayReview }: BoardContext,
) {
  return {
    revision: stored?.of ?? null,
    requestedRevision,
    current: stored?.of === requestedRevision && isOfToday(stored, rules),
    review,
    may: mayReview ? ['ranking.review'] : [],
  };
}

/**
 * What the ranking proposes for a unit now, and what was decided of it before.
 * @param own rows of its cluster, reviewed with that.
 * @param together those that rest on every cluster, reviewed with the campaign.
 */
function proposalsOf(
  unit: string,
  own: readonly RewardRow[],
  together: readonly RewardRow[],
  { rules, review, campaignReview, proposals, obstacleOf }: BoardContext,
): BoardProposalView[] {
  const found = new Map<string, Pick<BoardProposalView, 'status' | 'obstacle'>>();
  for (const [rows, said] of [
    [own, review],
    [together, campaignReview],
  ] as const) {
    const status = said?.current && said.outcome === 'return' ? 'returned' : 'proposed';
    for (const { code, cluster, quota, proposed } of rows) {
      if (!proposed.includes(unit)) continue;
      const obstacle = obstacleOf({ reward: code, unit, cluster, quota })?.code ?? null;
      found.set(code, { status, obstacle });
    }
  }
  for (const proposal of proposals) {
    if (proposal.unit !== unit || (proposal.decision === null && !proposal.current)) continue;
    const obstacle = proposal.decision === null ? (obstacleOf(proposal)?.code ?? null) : null;
    found.set(proposal.reward, { status: proposalStatus(proposal), obstacle });
  }
  return rules.plan.rewards.flatMap(({ code, name }) => {
    const state = found.get(code);
    return state === undefined ? [] : [{ reward: code, name, ...state }];
  });
}

/** Who and what a condition divides by zero for, by name. */
function faultView({ path, params }: ScoringError, { plan }: CompiledCampaign): BoardFaultView {
  const [, list, at] = /^(\w+)\[(\d+)\]/.exec(path)!;
  const rules = {
    classes: plan.classes,
    rewards: plan.rewards,
    factKinds: plan.factKinds,
    scales: [...plan.scales.values()],
  };
  return {
    rule: rules[list as keyof typeof rules][Number(at)]!.name,
    unit: plan.units.get(String(params!['unit']))!.name,
  };
}

function rewardView(row: RewardRow, { rules: { plan }, proposals }: BoardContext): BoardRewardView {
  const reward = plan.rewards.find(({ code }) => code === row.code)!;
  const units = row.cluster === null ? plan.units.keys() : plan.clusterOf.get(row.cluster)!.units;
  const fits = reward.for === undefined || [...units].some((unit) => plan.units.get(unit)!.kind === reward.for);
  const given = proposals
    .filter((each) => each.decision?.outcome === 'approve' && each.reward === row.code && each.cluster === row.cluster)
    .map(({ unit, decision }) => ({ unit, name: plan.units.get(unit)!.name, number: decision!.number }));
  return { ...row, name: reward.name, fits, given };
}
