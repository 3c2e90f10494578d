import { ownMember } from '@thidua/platform';
import type { Plan, PlanReward } from '@thidua/scoring';

const known = new WeakMap<Plan, Map<string | null, readonly string[]>>();

/**
 * The clusters whose figures can change what a review of a cluster (null: of what is the campaign's own) is about, in
 * file order. A submission elsewhere leaves it standing; its revision is the sum of theirs.
 */
export function restsOn(plan: Plan, cluster: string | null): readonly string[] {
  const groups = known.get(plan) ?? new Map<string | null, readonly string[]>();
  known.set(plan, groups);
  const found =
    groups.get(cluster) ?? inFileOrder(plan, cluster === null ? ofCampaign(plan) : ofCluster(plan, cluster));
  groups.set(cluster, found);
  return found;
}

function inFileOrder({ clusters }: Plan, codes: ReadonlySet<string>): string[] {
  const all = clusters.map(({ code }) => code);
  // Rewards that nobody can have rest on nobody: then on all, since a review must rest on something.
  return codes.size === 0 ? all : all.filter((code) => codes.has(code));
}

/** A settled cluster's classes follow from every cluster where they are shares of all, else from those of the collectives led. */
function ofCluster(plan: Plan, code: string, seen = new Set<string>()): Set<string> {
  if (seen.has(code)) return seen;
  seen.add(code);
  const cluster = plan.clusterOf.get(code)!;
  if (!cluster.settled) return seen;
  if (plan.classes.some(({ share }) => share?.scope === 'campaign')) {
    return new Set(plan.clusters.map((each) => each.code));
  }
  for (const unit of cluster.units) {
    const led = plan.units.get(unit)!.headOf;
    if (led !== null) ofCluster(plan, plan.units.get(led)!.cluster, seen);
  }
  return seen;
}

function ofCampaign(plan: Plan): Set<string> {
  const rewards = new Map(plan.rewards.map((reward) => [reward.code, reward]));
  return new Set(plan.campaignRewards.flatMap((code) => [...ofReward(plan, rewards, code)]));
}

/** Those that hold anybody a reward is for, with what their classes, and the rewards it looks at, rest on. */
function ofReward(plan: Plan, rewards: ReadonlyMap<string, PlanReward>, code: string): Set<string> {
  const { for: audience, classes, quota, excludes, requires } = rewards.get(code)!;
  const own = plan.clusters
    .filter(({ units }) => audience === undefined || units.some((unit) => plan.units.get(unit)!.kind === audience))
    .map((cluster) => cluster.code);
  const others = [...excludes, ...requires, ...('percent' in quota && quota.of !== undefined ? [quota.of] : [])];
  return new Set([
    ...own,
    ...(classes === undefined ? [] : own.flatMap((cluster) => [...ofCluster(plan, cluster)])),
    ...others.flatMap((other) => [...ofReward(plan, rewards, other)]),
  ]);
}

/** SQL: the sum of the revisions that the entries behind a review `v` are at now. Its own equals it while it stands. */
export const REQUESTED_OF_REVIEW = `(SELECT SUM(c.requested_revision) FROM cluster c
  WHERE c.campaign = v.campaign AND (v.rests_on_all OR (v.rests_on IS NULL AND c.code = v.cluster)
     OR REPLACE(v.rests_on, '"' || c.code || '"', '') <> v.rests_on))`;

/** The sum of the revisions of these clusters. */
export function sumOf(revisions: Readonly<Record<string, number>>, clusters: readonly string[]): number {
  return clusters.reduce((sum, code) => sum + (ownMember(revisions, code) ?? 0), 0);
}
