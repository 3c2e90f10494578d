import type { Rational } from '../number/rational.js';
import type { Fields } from '../text/fields.js';
import type { JsonObject } from '../text/json-value.js';
import type { Campaign } from './competition.js';
import { CriterionSet } from './criterion-set.js';
import { checkSize, checkWork } from './limits.js';
import type { Plan, PlanCluster, PlanHold, PlanReward, PlanScale, PlanStages, PlanUnit } from './plan.js';
import { readHolds, readNotAssigned, readTargets, type Exempted } from './read-assignments.js';
import { readCampaign } from './read-campaign.js';
import { readClasses } from './read-classes.js';
import { readClusters, type ReadClusters, type ReadUnit } from './read-clusters.js';
import type { ConditionScope } from './read-condition.js';
import { factCodes, readFactKinds, readFacts, type UnitFactRows } from './read-facts.js';
import { readRanking } from './read-ranking.js';
import { readRewards } from './read-rewards.js';
import { readRounds } from './read-rounds.js';
import { readScale } from './read-scale.js';
import { readStages } from './read-stages.js';

/**
 * Checks the rules of a competition and makes them ready, in one pass: what was checked is what computes. `today` is
 * the day on which holds, facts and rounds are judged where the file sets none; without it the campaign's last.
 * When errors were told the plan is only good for finding further ones; there is none for a file that holds too much,
 * of which nothing else is read.
 */
export function buildPlan(top: Fields, today?: string): Plan | undefined {
  if (!checkSize(top)) return undefined;
  const asOf = readCampaign(top, today) ?? '';
  const stages = readStages(top);
  const rounds = readRounds(top, asOf);
  const codes = factCodes(top);
  const scales = readScales(top, stages, codes.listed);
  const read = readClusters(top, scales);
  const used = [...new Set(read.clusters.map((cluster) => scales.get(cluster.scale)))].filter(
    (scale) => scale !== undefined,
  );
  const hasHeads = [...read.units.values()].some(({ headOf }) => headOf !== null);
  const conditions: ConditionScope = {
    ...{ scales: used, facts: codes.all, of: 'standing', hasRounds: rounds !== undefined },
  };
  const classes = readClasses(top, { used, conditions, hasHeads });
  const factKinds = readFactKinds(top, classes, conditions);
  const classesFirst = !hasHeads && classes.every(({ share }) => share === undefined);
  const ranking = readRanking(top, { used, stages, classesFirst });
  const rewards = readRewards(top, classes, conditions);
  const units = completeUnits(read.units, {
    targets: readTargets(top, read.units),
    notAssigned: readNotAssigned(top, read.units),
    held: readHolds(top, read.units, asOf),
    facts: readFacts(top, factKinds, codes.listed, read.units, asOf),
  });
  const clusters = settledClusters(
    read,
    classes.some(({ share }) => share?.scope === 'campaign'),
  );
  const plan: Plan = {
    campaign: top.record['campaign'] as JsonObject & Campaign,
    asOf,
    stages,
    rounds,
    clusters,
    clusterOf: new Map(clusters.map((cluster) => [cluster.code, cluster])),
    units,
    scales,
    factKinds,
    ranking,
    classes,
    rewards,
    ...splitRewards(
      rewards,
      clusters.some(({ settled }) => settled),
    ),
    scaleOf(unit) {
      const found = units.get(unit);
      if (found === undefined) throw new RangeError(`no unit ${unit} in this plan`);
      return found.scale;
    },
  };
  checkWork(top, plan);
  return plan;
}

function readScales(top: Fields, stages: PlanStages, facts: ReadonlySet<string>): Map<string, PlanScale> {
  const { problems } = top;
  const scales = new Map<string, PlanScale>();
  for (const { value, path } of top.list('scales') ?? []) {
    const scale = readScale(value, path, { problems, stages, facts });
    if (scale === undefined) continue;
    if (scales.has(scale.code)) {
      problems.add('code.duplicate', { up: path, key: 'code' }, 'two scales have this code', { value: scale.code });
    } else scales.set(scale.code, scale);
  }
  return scales;
}

/** What lists of the file say of the units. */
interface Assignments {
  targets: ReadonlyMap<string, ReadonlyMap<string, Rational>>;
  notAssigned: ReadonlyMap<string, Exempted>;
  held: ReadonlyMap<string, readonly PlanHold[]>;
  facts: ReadonlyMap<string, UnitFactRows>;
}

// Shared by the many units that have none.
const NO_TARGETS: ReadonlyMap<string, Rational> = new Map();
const NOTHING: Exempted = { all: CriterionSet.EMPTY, listed: new Map() };
const NO_FACTS: ReadonlySet<number> = new Set();
const NO_ROWS: readonly never[] = [];

function completeUnits(read: ReadonlyMap<string, ReadUnit>, lists: Assignments): Map<string, PlanUnit> {
  const units = new Map<string, PlanUnit>();
  for (const unit of read.values()) {
    const { code, scale } = unit;
    if (scale === undefined) continue; // its cluster's scale is unknown, which was told
    const { all, listed } = lists.notAssigned.get(code) ?? NOTHING;
    const rows = lists.facts.get(code)?.inForce ?? NO_ROWS;
    units.set(code, {
      ...unit,
      scale,
      held: lists.held.has(code),
      targets: lists.targets.get(code) ?? NO_TARGETS,
      notAssigned: all,
      exemptions: listed,
      facts: rows.length === 0 ? NO_FACTS : new Set(rows.map(({ kind }) => kind)),
      factRows: rows,
      pastFacts: lists.facts.get(code)?.others ?? NO_ROWS,
      holds: lists.held.get(code) ?? NO_ROWS,
    });
  }
  return units;
}

/** Clusters whose classes cannot be told from the cluster alone: all, or those in which somebody leads a collective. */
function settledClusters({ clusters, units }: ReadClusters, all: boolean): PlanCluster[] {
  const leading = new Set([...units.values()].filter(({ headOf }) => headOf !== null).map(({ cluster }) => cluster));
  return clusters.map((cluster) => ({ ...cluster, settled: all || leading.has(cluster.code) }));
}

/** A reward is local when one cluster's ranking settles it: all that it rests on must be local too. */
function splitRewards(
  rewards: readonly PlanReward[],
  settlesClasses: boolean,
): { localRewards: string[]; campaignRewards: string[] } {
  const localRewards = new Set<string>();
  const campaignRewards: string[] = [];
  for (const reward of rewards) {
    const { quota, excludes, requires, classes, scope } = reward;
    const rests = [...excludes, ...requires, ...('percent' in quota && quota.of !== undefined ? [quota.of] : [])];
    const local =
      scope === 'cluster' &&
      !(settlesClasses && classes !== undefined) &&
      rests.every((code) => localRewards.has(code));
    if (local) localRewards.add(reward.code);
    else campaignRewards.push(reward.code);
  }
  return { localRewards: [...localRewards], campaignRewards };
}
