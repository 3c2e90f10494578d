import type { Plan, PlanReward } from '@thidua/scoring';
import type { ProposalState } from './proposals.service.js';

/** Why a proposal cannot be approved, whatever its ranking says. */
export const OBSTACLES = ['decision.noPlace', 'decision.excluded', 'decision.required'] as const;
export type ObstacleCode = (typeof OBSTACLES)[number];

export interface Obstacle {
  readonly code: ObstacleCode;
  /** The reward whose decisions stand in the way: the proposal's own where no place of it is left. */
  readonly reward: string;
  /** Who has the last place, or the reward that excludes this one, by which decision; null where a decision is lacking. */
  readonly unit: string | null;
  readonly number: number | null;
}

/** A proposal that was recorded, or one of the ranking as it is. */
export type Proposed = Pick<ProposalState, 'reward' | 'unit' | 'cluster' | 'quota'>;

/**
 * Tells of proposals what earlier decisions leave of them. A ranking proposes as if nothing had been decided; but a place
 * that was given is gone, however the ranking has moved since, and `excludes` and `requires` (spec, "Rewards, in order")
 * hold between what units are given, not only between what they are proposed for.
 * @param all the proposals of the campaign, with every decision taken.
 */
export function obstacleFinder(all: readonly ProposalState[], plan: Plan): (proposal: Proposed) => Obstacle | null {
  const given = all.filter(({ decision }) => decision?.outcome === 'approve');
  const ofGroup = grouped(given, groupOf);
  const ofUnit = grouped(given, ({ unit }) => unit);
  return (proposal) => {
    const taken = ofGroup.get(groupOf(proposal)) ?? [];
    if (taken.length >= proposal.quota) return obstacle('decision.noPlace', proposal.reward, latest(taken));
    const own = ofUnit.get(proposal.unit) ?? [];
    const reward = plan.rewards.find(({ code }) => code === proposal.reward);
    // Rules of later may have left it out, and with it whatever hung on it.
    if (reward === undefined) return null;
    const excluded = latest(own.filter((each) => excludes(reward, each.reward, plan)));
    if (excluded) return obstacle('decision.excluded', excluded.reward, excluded);
    const required = reward.requires.find((code) => !own.some((each) => each.reward === code));
    return required === undefined ? null : obstacle('decision.required', required);
  };
}

const groupOf = ({ reward, cluster }: Proposed): string => `${reward}/${cluster ?? ''}`;

function grouped(list: readonly ProposalState[], keyOf: (each: ProposalState) => string) {
  const groups = new Map<string, ProposalState[]>();
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

const obstacle = (code: ObstacleCode, reward: string, by?: ProposalState): Obstacle => ({
  code,
  reward,
  unit: by?.unit ?? null,
  number: by?.decision?.number ?? null,
});

/** Whether two rewards exclude each other: the later one of the list says so, and nobody may have both. */
function excludes(one: PlanReward, code: string, { rewards }: Plan): boolean {
  return (
    one.excludes.includes(code) || rewards.find((other) => other.code === code)?.excludes.includes(one.code) === true
  );
}

function latest(proposals: readonly ProposalState[]): ProposalState | undefined {
  return proposals.toSorted((a, b) => b.decision!.number - a.decision!.number)[0];
}

/** The obstacle with names, as it is told. */
export function tellObstacle(
  { reward, unit }: Proposed,
  { reward: other, unit: holder, number }: Obstacle,
  plan: Plan,
) {
  const rewardName = (code: string): string => plan.rewards.find((each) => each.code === code)?.name ?? code;
  const unitName = (code: string): string => plan.units.get(code)!.name;
  return {
    reward: rewardName(reward),
    unit: unitName(unit),
    other: rewardName(other),
    holder: holder === null ? '' : unitName(holder),
    number: number ?? 0,
  };
}
