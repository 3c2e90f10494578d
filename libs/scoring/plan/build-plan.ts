import type { Campaign } from './competition.js';
import { Fields } from '../text/fields.js';
import type { JsonObject } from '../text/json-value.js';
import { readHolds, readTargets } from './read-assignments.js';
import { readCampaign } from './read-campaign.js';
import { readClasses } from './read-classes.js';
import { readClusters } from './read-clusters.js';
import { readRanking } from './read-ranking.js';
import { readRewards } from './read-rewards.js';
import { readScale } from './read-scale.js';
import type { Plan, PlanReward, PlanScale, PlanUnit } from './plan.js';

/**
 * Checks the rules of a competition and makes them ready, in one pass: what was checked is what computes.
 * When errors were told the plan is only good for finding further ones.
 */
export function buildPlan(top: Fields): Plan {
  const asOf = readCampaign(top) ?? '';
  const scales = readScales(top);
  const { clusters, units: read } = readClusters(top, scales);
  const used = [...new Set(clusters.map((cluster) => scales.get(cluster.scale)))].filter(
    (scale) => scale !== undefined,
  );
  const targets = readTargets(top, read);
  const held = readHolds(top, read, asOf);
  const units = new Map<string, PlanUnit>();
  for (const unit of read.values()) {
    if (unit.scale === undefined) continue; // its cluster's scale is unknown, which was told
    units.set(unit.code, {
      ...unit,
      scale: unit.scale,
      held: held.has(unit.code),
      targets: targets.get(unit.code) ?? new Map(),
    });
  }
  const ranking = readRanking(top, used);
  const classes = readClasses(top, used);
  const rewards = readRewards(top, classes);
  const { localRewards, campaignRewards } = splitRewards(rewards);
  return {
    campaign: top.record['campaign'] as JsonObject & Campaign,
    asOf,
    clusters,
    clusterOf: new Map(clusters.map((cluster) => [cluster.code, cluster])),
    units,
    scales,
    ranking,
    classes,
    rewards,
    localRewards,
    campaignRewards,
    scaleOf(unit) {
      const found = units.get(unit);
      if (found === undefined) throw new RangeError(`no unit ${unit} in this plan`);
      return found.scale;
    },
  };
}

function readScales(top: Fields): Map<string, PlanScale> {
  const scales = new Map<string, PlanScale>();
  for (const { value, path } of top.list('scales') ?? []) {
    const scale = readScale(value, path, top.problems);
    if (scale === undefined) continue;
    if (scales.has(scale.code)) {
      top.problems.add('code.duplicate', { up: path, key: 'code' }, 'two scales have this code', { value: scale.code });
    } else scales.set(scale.code, scale);
  }
  return scales;
}

/** A reward is local when one cluster's ranking settles it: the exclusions it depends on must be local too. */
function splitRewards(rewards: readonly PlanReward[]): { localRewards: string[]; campaignRewards: string[] } {
  const localRewards: string[] = [];
  const campaignRewards: string[] = [];
  for (const reward of rewards) {
    const local = reward.scope === 'cluster' && reward.excludes.every((code) => localRewards.includes(code));
    (local ? localRewards : campaignRewards).push(reward.code);
  }
  return { localRewards, campaignRewards };
}
