import type { RoundingMode } from '../number/rounding.js';
import type { JsonObject } from '../text/json-value.js';

/** A decimal as the file writes it: a number, or a string of digits. */
export type DecimalText = number | string;
export type UnitKind = 'collective' | 'individual';
/** Who entered a value: the unit itself, its cluster, the standing office. Each overrules the one before. */
export type Stage = 'self' | 'cluster' | 'office';
export const STAGES: readonly Stage[] = ['self', 'cluster', 'office'];

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
  scoredBy?: 'unit' | 'cluster' | 'office';
  evidence?: 'required' | 'optional';
  mandatory?: boolean;
  rule: JsonObject & { kind: string };
}

export interface ScalePart {
  code: string;
  name: string;
  max: DecimalText;
  criteria: Criterion[];
}

export interface ScaleExtra {
  max?: DecimalText;
  criteria: Criterion[];
}

export interface Scale {
  code: string;
  version: number;
  name: string;
  rounding?: { digits?: number; mode?: RoundingMode };
  floor?: DecimalText | null;
  ceiling?: DecimalText | null;
  parts: ScalePart[];
  bonus?: ScaleExtra;
  penalty?: ScaleExtra;
}

export interface Unit {
  code: string;
  name: string;
  kind?: UnitKind;
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

/** One value for one criterion at one stage, as the file writes it: `stage` absent means `self`. */
export interface FileEntry {
  unit: string;
  criterion: string;
  stage?: Stage;
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
}

export interface ClassRule {
  code: string;
  name: string;
  minTotal?: DecimalText;
  maxPenalty?: DecimalText;
  minParts?: Record<string, DecimalText>;
  maxPercent?: DecimalText;
}

export interface VoteRule {
  quorum: DecimalText;
  base: 'members' | 'present' | 'cast';
  atLeast: DecimalText;
  secret?: boolean;
}

export interface RewardRule {
  code: string;
  name: string;
  for?: UnitKind;
  scope: 'cluster' | 'campaign';
  quota: { count: DecimalText } | { percent: DecimalText; rounding?: 'down' | 'up' | 'halfUp' };
  maxRank?: DecimalText;
  minTotal?: DecimalText;
  classes?: string[];
  minClusterSize?: DecimalText;
  excludes?: string[];
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
  entries: FileEntry[];
  holds?: Hold[];
  ranking?: RankingRules;
  classes?: ClassRule[];
  rewards?: RewardRule[];
}

/** A competition without what was entered: all that a plan is compiled from. */
export type CompetitionRules = Omit<Competition, 'entries'>;

/** The entry with its stage spelled out: `self` where it names none (spec, "Entry"). Throws nothing. */
export const entryOf = (entry: FileEntry): Entry =>
  entry.stage === undefined ? { ...entry, stage: 'self' } : (entry as Entry);
