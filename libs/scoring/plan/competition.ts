import type { RoundingMode } from '../number/rounding.js';
import type { JsonObject } from '../text/json-value.js';

/** A decimal as the file writes it: a number, or a string of digits. */
export type DecimalText = number | string;
export type UnitKind = 'collective' | 'individual';
/** A stage's code: a step at which values are entered, each overruling the one before (spec, "Top level": `stages`). */
export type Stage = string;
export const STAGE_AUTHORS = ['unit', 'superior', 'cluster', 'office', 'panel'] as const;
/** Who enters at a stage. */
export type StageAuthor = (typeof STAGE_AUTHORS)[number];

export interface StageRule {
  code: string;
  name: string;
  by: StageAuthor;
}

/** What holds where a file names no stages. */
export const DEFAULT_STAGES: readonly StageRule[] = [
  { code: 'self', name: 'Tự chấm', by: 'unit' },
  { code: 'cluster', name: 'Cụm chấm', by: 'cluster' },
  { code: 'office', name: 'Thẩm định', by: 'office' },
];

export interface Round {
  code: string;
  name: string;
  from: string;
  to: string;
  weight?: DecimalText;
}

export const COMBINE_WAYS = ['sum', 'mean', 'weighted', 'last'] as const;

/** How rounds make the whole (spec, "Rounds"). */
export interface Combine {
  how?: (typeof COMBINE_WAYS)[number];
  missing?: 'zero' | 'skip';
}

/** A condition over named figures (spec, "Conditions"). */
export interface ConditionRule {
  inputs: Record<string, string>;
  expr: string;
}

export interface FactKind {
  code: string;
  name: string;
  when?: ConditionRule;
  classAtMost?: string;
  barred?: boolean;
}

export interface Fact {
  unit: string;
  kind: string;
  from: string;
  to?: string;
  reason?: string;
  document?: string;
}

export interface NotAssigned {
  unit: string;
  criterion: string;
  reason?: string;
}

export interface Campaign {
  code: string;
  name: string;
  theme?: string;
  from: string;
  to: string;
  basis?: string[];
}

export interface Criterion {
  code: string;
  name: string;
  max: DecimalText;
  /** The author or the code of a stage. */
  scoredBy?: string;
  evidence?: 'required' | 'optional';
  mandatory?: boolean;
  sign?: 'plus' | 'minus';
  appliesTo?: { any?: string[]; none?: string[] };
  rule: JsonObject & { kind: string };
}

export interface ScaleGroup {
  code: string;
  name: string;
  min?: DecimalText | null;
  max?: DecimalText;
  criteria?: Criterion[];
  groups?: ScaleGroup[];
}

export interface ScalePart extends ScaleGroup {
  max: DecimalText;
}

/** The bonus or the penalty. */
export interface ScaleExtra {
  max?: DecimalText;
  when?: ConditionRule;
  criteria?: Criterion[];
  groups?: ScaleGroup[];
}

export const NOT_ASSIGNED_MODES = ['drop', 'full', 'rescalePart', 'rescaleBase'] as const;

export interface Scale {
  code: string;
  version: number;
  name: string;
  rounding?: { digits?: number; mode?: RoundingMode };
  floor?: DecimalText | null;
  ceiling?: DecimalText | null;
  notAssigned?: (typeof NOT_ASSIGNED_MODES)[number];
  parts: ScalePart[];
  bonus?: ScaleExtra;
  penalty?: ScaleExtra;
}

export interface Unit {
  code: string;
  name: string;
  kind?: UnitKind;
  traits?: string[];
  params?: Record<string, DecimalText>;
  headOf?: string;
  competes?: boolean;
}

export interface Cluster {
  code: string;
  name: string;
  scale: string;
  head?: string;
  deputies?: string[];
  units: Unit[];
}

export interface Target {
  unit: string;
  criterion: string;
  plan: DecimalText;
}

/** One value for one criterion at one stage, as the file writes it: `stage` absent means the first. */
export interface FileEntry {
  unit: string;
  criterion: string;
  stage?: Stage;
  round?: string;
  evidence?: string[];
  reason?: string;
  points?: DecimalText;
  actual?: DecimalText;
  plan?: DecimalText;
  count?: DecimalText;
  choice?: string;
  on?: string;
  done?: string[];
  items?: { actual: DecimalText; plan: DecimalText }[];
  tally?: Record<string, DecimalText>;
  inputs?: Record<string, DecimalText>;
  marks?: Record<string, DecimalText>;
}

/** An entry that names its stage. Plain JSON, so that it can be stored and scored later. */
export interface Entry extends FileEntry {
  stage: Stage;
}

export interface Hold {
  unit: string;
  kind: string;
  from: string;
  to?: string;
  reason?: string;
}

export interface RankingRules {
  precedence?: string[];
  missing?: 'zero' | 'unranked';
  stage?: Stage;
  stageWeights?: Record<Stage, DecimalText>;
}

export interface ClassShare {
  percent: DecimalText;
  /** `ranked`, or `class:` and the code of the next class. */
  of?: string;
  scope?: 'cluster' | 'campaign';
}

export interface ClassRule {
  code: string;
  name: string;
  minTotal?: DecimalText;
  maxPenalty?: DecimalText;
  minParts?: Record<string, DecimalText>;
  when?: ConditionRule;
  maxPercent?: DecimalText;
  maxShare?: ClassShare;
}

export interface VoteRule {
  quorum: DecimalText;
  base: 'members' | 'present' | 'cast';
  /** One of `atLeast` and `moreThan`. */
  atLeast?: DecimalText;
  moreThan?: DecimalText;
  secret?: boolean;
  mustInclude?: string[];
}

export interface RewardRule {
  code: string;
  name: string;
  for?: UnitKind;
  scope?: 'cluster' | 'campaign';
  quota: { count: DecimalText } | { percent: DecimalText; of?: string; rounding?: 'down' | 'up' | 'halfUp' };
  maxRank?: DecimalText;
  minTotal?: DecimalText;
  classes?: string[];
  minClusterSize?: DecimalText;
  excludes?: string[];
  requires?: string[];
  when?: ConditionRule;
  vote?: VoteRule;
}

/** A checked competition, exactly as its file writes it: nothing is filled in, so its hash stays the file's. */
export interface Competition {
  format: 'thidua/1';
  asOf?: string;
  campaign: Campaign;
  scales: Scale[];
  clusters: Cluster[];
  targets?: Target[];
  entries?: FileEntry[];
  holds?: Hold[];
  stages?: StageRule[];
  rounds?: Round[];
  combine?: Combine;
  notAssigned?: NotAssigned[];
  factKinds?: FactKind[];
  facts?: Fact[];
  ranking?: RankingRules;
  classes?: ClassRule[];
  rewards?: RewardRule[];
}

/** A competition without what was entered: all that a plan is compiled from. */
export type CompetitionRules = Omit<Competition, 'entries'>;

/**
 * The entry with its stage spelled out: the first of the competition's where it names none (spec, "Entry"). Throws
 * nothing.
 */
export const entryOf = (entry: FileEntry, firstStage: Stage): Entry =>
  entry.stage === undefined ? { ...entry, stage: firstStage } : (entry as Entry);
