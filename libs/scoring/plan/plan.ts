import type { Rational } from '../number/rational.js';
import type { RoundingMode } from '../number/rounding.js';
import type { BoundRule } from '../rules/rule.js';
import type { JsonObject } from '../text/json-value.js';
import type { Campaign, Combine, NOT_ASSIGNED_MODES, Stage, StageAuthor, UnitKind, VoteRule } from './competition.js';
import type { Condition, FigureField } from './condition.js';
import type { CriterionSet } from './criterion-set.js';

export interface PlanStage {
  /** 0 for the lowest. */
  level: number;
  code: Stage;
  name: string;
  by: StageAuthor;
}

/** The stages, lowest first. */
export interface PlanStages {
  list: readonly PlanStage[];
  levelOf: ReadonlyMap<Stage, number>;
}

export interface PlanRound {
  index: number;
  code: string;
  name: string;
  from: string;
  to: string;
  weight: Rational;
  /** False for a round that begins after `asOf` and so never counts. */
  begun: boolean;
}

export interface PlanRounds {
  list: readonly PlanRound[];
  indexOf: ReadonlyMap<string, number>;
  how: NonNullable<Combine['how']>;
  missing: NonNullable<Combine['missing']>;
}

export interface PlanCriterion {
  /** Position in scale order: parts, then bonus, then penalty; in each its own criteria, then those of its groups. */
  index: number;
  code: string;
  name: string;
  /** As the file writes it. */
  max: string;
  /** In units of 10^-digits. */
  maxUnits: bigint;
  /** The section it stands in, by index. */
  section: number;
  sign: 'plus' | 'minus';
  /** As the file says: the author or the code of a stage; undefined where anybody may begin. */
  scoredBy: string | undefined;
  /** The first level that may enter it. */
  firstLevel: number;
  evidence: 'required' | 'optional';
  mandatory: boolean;
  appliesTo: { any: readonly string[] | undefined; none: readonly string[] };
  kind: string;
  /** The rule as the file writes it; `{}` only while errors of the file are being collected. */
  written: JsonObject;
  /** Absent only while errors of the file are being collected. */
  rule: BoundRule | undefined;
}

export type SectionKind = 'part' | 'bonus' | 'penalty' | 'group';

/** A part, the bonus, the penalty or a group: a sum with bounds. Bounds are in units of 10^-digits; null = none. */
export interface PlanSection {
  index: number;
  kind: SectionKind;
  /** Empty for the bonus and the penalty, which have no names of their own. */
  code: string;
  name: string;
  min: bigint | null;
  max: bigint | null;
  /** The section around it, by index; null for a part, the bonus and the penalty. */
  parent: number | null;
  /** The groups directly in it, by index, in file order. */
  groups: readonly number[];
  /** Of the bonus and the penalty: without it the section is worth 0. */
  when: Condition | undefined;
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
  notAssigned: (typeof NOT_ASSIGNED_MODES)[number];
  /** How many parts there are: they are the first sections, then the bonus, then the penalty, then every group. */
  parts: number;
  sections: readonly PlanSection[];
  /** Parts and groups by code. */
  sectionOf: ReadonlyMap<string, PlanSection>;
  /** In scale order. */
  criteria: readonly PlanCriterion[];
  byCode: ReadonlyMap<string, PlanCriterion>;
}

export const partsOf = ({ sections, parts }: PlanScale): readonly PlanSection[] => sections.slice(0, parts);
export const bonusOf = ({ sections, parts }: PlanScale): PlanSection => sections[parts]!;
export const penaltyOf = ({ sections, parts }: PlanScale): PlanSection => sections[parts + 1]!;

/** The groups as a result lists them: in file order, those inside another before it. */
export function groupsInwardsOut(scale: PlanScale): readonly PlanSection[] {
  const { sections } = scale;
  const withInner = ({ groups }: PlanSection): PlanSection[] =>
    groups.flatMap((group) => [...withInner(sections[group]!), sections[group]!]);
  let known = inwardsOut.get(scale);
  if (known === undefined) {
    known = sections.filter(({ parent }) => parent === null).flatMap(withInner);
    inwardsOut.set(scale, known);
  }
  return known;
}

const inwardsOut = new WeakMap<PlanScale, readonly PlanSection[]>();

/** The part, the bonus or the penalty around a section, itself for one of these. */
export function topOf({ sections }: PlanScale, section: number): PlanSection {
  let found = sections[section]!;
  while (found.parent !== null) found = sections[found.parent]!;
  return found;
}

export interface PlanUnit {
  code: string;
  name: string;
  kind: UnitKind;
  cluster: string;
  /** True when a hold covers the unit on `asOf`. */
  held: boolean;
  /** False for a guest: scored and shown, counted nowhere. */
  competes: boolean;
  scale: PlanScale;
  /** Plan values assigned to the unit, by criterion code. */
  targets: ReadonlyMap<string, Rational>;
  /** Figures of the unit that formulas and conditions read. */
  params: ReadonlyMap<string, Rational>;
  traits: readonly string[];
  /** The collective the person leads. */
  headOf: string | null;
  /** Criteria that are not assigned to the unit, by index. */
  notAssigned: CriterionSet;
  /** Of these, what `notAssigned` lists: by index, with the reason it gives, or null. */
  exemptions: ReadonlyMap<number, string | null>;
  /** Listed facts in force on `asOf`, by index of their kinds. */
  facts: ReadonlySet<number>;
  /** The rows they come from. */
  factRows: readonly PlanFact[];
  /** The rows that are over on `asOf`, or have not begun. */
  pastFacts: readonly PlanFact[];
  /** The holds that cover the unit on `asOf`. */
  holds: readonly PlanHold[];
}

/** A row of `facts`, as an account tells it; null for what it does not say. */
export interface PlanFact {
  /** By index. */
  kind: number;
  from: string;
  to: string | null;
  reason: string | null;
  document: string | null;
}

/** A row of `holds`. */
export interface PlanHold {
  kind: string;
  from: string;
  to: string | null;
  reason: string | null;
}

export interface PlanCluster {
  code: string;
  name: string;
  scale: string;
  head: string | null;
  deputies: readonly string[];
  units: readonly string[];
  /** Its units' classes follow from those of other clusters, or from all together (spec, "Classes"). */
  settled: boolean;
}

/** A key of the precedence, e.g. `part:I`. Lower is better for `penalty` alone. */
export interface PrecedenceKey {
  name: string;
  field: FigureField | 'class';
  /** Of the part, group or criterion; empty otherwise. */
  code: string;
}

export interface PlanRanking {
  precedence: readonly PrecedenceKey[];
  missing: 'zero' | 'unranked';
  /** The lowest stage that counts, and its level. */
  stage: Stage;
  level: number;
  /** By level; undefined where the highest stage alone counts. */
  weights: readonly Rational[] | undefined;
}

export interface PlanFactKind {
  index: number;
  code: string;
  name: string;
  /** Present for a derived kind. */
  when: Condition | undefined;
  /** The best class a unit with the fact may have, by index. */
  classAtMost: number | undefined;
  barred: boolean;
}

export interface PlanShare {
  percent: Rational;
  of: 'ranked' | 'next';
  scope: 'cluster' | 'campaign';
}

export interface PlanClass {
  index: number;
  code: string;
  name: string;
  minTotal: Rational | undefined;
  maxPenalty: Rational | undefined;
  minParts: readonly { part: string; points: Rational }[];
  when: Condition | undefined;
  share: PlanShare | undefined;
}

export type QuotaRounding = 'down' | 'up' | 'halfUp';
/** `of`: the reward whose proposals are counted; undefined = the ranked units. */
export type Quota = { count: bigint } | { percent: Rational; of: string | undefined; rounding: QuotaRounding };

export interface PlanReward {
  index: number;
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
  requires: readonly string[];
  when: Condition | undefined;
  vote: VoteRule | undefined;
}

/** A competition's rules, checked and made ready once; every later question is a look-up. Never changed. */
export interface Plan {
  campaign: Campaign;
  /** The day on which holds, facts and rounds are judged. */
  asOf: string;
  stages: PlanStages;
  /** Undefined where the competition has no rounds. */
  rounds: PlanRounds | undefined;
  clusters: readonly PlanCluster[];
  /** By cluster code. */
  clusterOf: ReadonlyMap<string, PlanCluster>;
  /** By unit code, over all clusters in file order. */
  units: ReadonlyMap<string, PlanUnit>;
  scales: ReadonlyMap<string, PlanScale>;
  factKinds: readonly PlanFactKind[];
  ranking: PlanRanking;
  classes: readonly PlanClass[];
  rewards: readonly PlanReward[];
  /** Rewards that one cluster's ranking settles: of scope cluster, resting on nothing that is settled later. */
  localRewards: readonly string[];
  /** The others: they need every cluster's ranking. */
  campaignRewards: readonly string[];
  /** The scale a unit is scored on; throws a RangeError for a unit that does not exist. */
  scaleOf(unit: string): PlanScale;
}
