import type { Campaign, Stage, UnitKind, VoteRule } from './competition.js';
import type { Rational } from '../number/rational.js';
import type { RoundingMode } from '../number/rounding.js';
import type { BoundRule } from '../rules/rule.js';

/** Where in a scale a criterion stands: in a part (by index), or in the bonus or penalty. */
export type Place = number | 'bonus' | 'penalty';

export interface PlanCriterion {
  /** Position in scale order: parts, then bonus, then penalty. */
  index: number;
  code: string;
  name: string;
  /** As the file writes it. */
  max: string;
  place: Place;
  scoredBy: 'unit' | 'cluster' | 'office';
  evidence: 'required' | 'optional';
  mandatory: boolean;
  kind: string;
  /** Absent only while errors of the file are being collected. */
  rule: BoundRule | undefined;
}

export interface PlanPart {
  code: string;
  name: string;
  /** In units of 10^-digits. */
  max: bigint;
}

/** A scale made ready for scoring. All bounds are in units of 10^-digits; null = no bound. */
export interface PlanScale {
  code: string;
  version: number;
  name: string;
  digits: number;
  mode: RoundingMode;
  floor: bigint | null;
  ceiling: bigint | null;
  parts: readonly PlanPart[];
  bonusMax: bigint | null;
  penaltyMax: bigint | null;
  /** In scale order. */
  criteria: readonly PlanCriterion[];
  byCode: ReadonlyMap<string, PlanCriterion>;
}

export interface PlanUnit {
  code: string;
  name: string;
  kind: UnitKind;
  cluster: string;
  /** True when a hold covers the unit on `asOf`. */
  held: boolean;
  scale: PlanScale;
  /** Plan values assigned to the unit, by criterion code. */
  targets: ReadonlyMap<string, Rational>;
}

export interface PlanCluster {
  code: string;
  name: string;
  scale: string;
  head: string | null;
  deputies: readonly string[];
  units: readonly string[];
}

/** A key of the precedence, e.g. `part:I`. Lower is better for `penalty` alone. */
export interface PrecedenceKey {
  name: string;
  field: 'total' | 'base' | 'bonus' | 'penalty' | 'part' | 'criterion';
  /** Of the part or criterion; empty otherwise. */
  code: string;
}

export interface PlanRanking {
  precedence: readonly PrecedenceKey[];
  missing: 'zero' | 'unranked';
  stage: Stage;
}

export interface PlanClass {
  code: string;
  name: string;
  minTotal: Rational | undefined;
  maxPenalty: Rational | undefined;
  minParts: readonly { part: string; points: Rational }[];
  maxPercent: Rational | undefined;
}

export type QuotaRounding = 'down' | 'up' | 'halfUp';
export type Quota = { count: bigint } | { percent: Rational; rounding: QuotaRounding };

export interface PlanReward {
  code: string;
  name: string;
  for: UnitKind | undefined;
  scope: 'cluster' | 'campaign';
  quota: Quota;
  maxRank: bigint | undefined;
  minTotal: Rational | undefined;
  classes: ReadonlySet<string> | undefined;
  minClusterSize: bigint | undefined;
  /** Rewards earlier in the list only: naming a later one has no effect. */
  excludes: readonly string[];
  vote: VoteRule | undefined;
}

/** A competition's rules, checked and made ready once; every later question is a look-up. Never changed. */
export interface Plan {
  campaign: Campaign;
  asOf: string;
  clusters: readonly PlanCluster[];
  /** By cluster code. */
  clusterOf: ReadonlyMap<string, PlanCluster>;
  /** By unit code, over all clusters in file order. */
  units: ReadonlyMap<string, PlanUnit>;
  scales: ReadonlyMap<string, PlanScale>;
  ranking: PlanRanking;
  classes: readonly PlanClass[];
  rewards: readonly PlanReward[];
  /** Rewards that one cluster's ranking settles: of scope cluster, excluding only such rewards. */
  localRewards: readonly string[];
  /** The others: they need every cluster's ranking. */
  campaignRewards: readonly string[];
  /** The scale a unit is scored on; throws a RangeError for a unit that does not exist. */
  scaleOf(unit: string): PlanScale;
}
