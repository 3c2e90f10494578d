/** The competition file as its author writes it: the fields that the score depends on. */
export type Decimal = number | string;

export interface Condition {
  inputs: Record<string, string>;
  expr: string;
}

export interface Band {
  from?: Decimal;
  to?: Decimal;
  points: Decimal;
}

/** The fields of all rules together; `kind` says which of them are there. */
export interface Rule {
  kind: string;
  direction?: 'higher' | 'lower';
  threshold?: Decimal;
  plan?: Decimal;
  base?: Decimal;
  per?: Decimal;
  gain?: Decimal;
  loss?: Decimal;
  steps?: 'whole' | 'proportional';
  on?: 'actual' | 'percent';
  bands?: Band[];
  else?: Decimal;
  each?: Decimal;
  options?: Record<string, Decimal>;
  due?: string;
  perDay?: Decimal;
  items?: Record<string, Decimal>;
  weights?: Record<string, Decimal>;
  exempt?: string[];
  inputs?: string[];
  params?: string[];
  expr?: string;
  atPlan?: Decimal;
  withoutPlan?: 'refuse' | 'relative';
  outOf?: Decimal;
  step?: Decimal;
  how?: 'mean' | 'median';
  drop?: number;
  least?: number;
}

export interface Criterion {
  code: string;
  name: string;
  max: Decimal;
  scoredBy?: string;
  evidence?: 'required' | 'optional';
  mandatory?: boolean;
  sign?: 'plus' | 'minus';
  appliesTo?: { any?: string[]; none?: string[] };
  rule: Rule;
}

/** A part, the bonus, the penalty or a group. */
export interface Section {
  code?: string;
  name?: string;
  min?: Decimal | null;
  max?: Decimal;
  when?: Condition;
  criteria?: Criterion[];
  groups?: Section[];
}

export interface Scale {
  code: string;
  version: number;
  name: string;
  rounding?: { digits?: number; mode?: 'halfUp' | 'halfEven' | 'down' | 'up' };
  floor?: Decimal | null;
  ceiling?: Decimal | null;
  notAssigned?: 'drop' | 'full' | 'rescalePart' | 'rescaleBase';
  parts: Section[];
  bonus?: Section;
  penalty?: Section;
}

export interface Unit {
  code: string;
  name: string;
  kind?: 'collective' | 'individual';
  traits?: string[];
  params?: Record<string, Decimal>;
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

export interface Entry {
  unit: string;
  criterion: string;
  stage?: string;
  round?: string;
  evidence?: string[];
  reason?: string;
  points?: Decimal;
  actual?: Decimal;
  plan?: Decimal;
  count?: Decimal;
  choice?: string;
  on?: string;
  done?: string[];
  items?: { actual: Decimal; plan: Decimal }[];
  tally?: Record<string, Decimal>;
  inputs?: Record<string, Decimal>;
  marks?: Record<string, Decimal>;
}

export interface Round {
  code: string;
  name: string;
  from: string;
  to: string;
  weight?: Decimal;
}

/** A time in which something holds for a unit; without an end it is open. */
export interface Period {
  unit: string;
  kind: string;
  from: string;
  to?: string;
  reason: string;
  document?: string;
}

export interface FactKind {
  code: string;
  name: string;
  when?: Condition;
  classAtMost?: string;
  barred?: boolean;
}

export interface Share {
  percent: Decimal;
  of?: string;
  scope?: 'cluster' | 'campaign';
}

export interface Class {
  code: string;
  name: string;
  minTotal?: Decimal;
  maxPenalty?: Decimal;
  minParts?: Record<string, Decimal>;
  when?: Condition;
  maxPercent?: Decimal;
  maxShare?: Share;
}

export interface Reward {
  code: string;
  name: string;
  for?: 'collective' | 'individual';
  scope?: 'cluster' | 'campaign';
  quota: { count?: number; percent?: Decimal; of?: string; rounding?: 'down' | 'up' | 'halfUp' };
  maxRank?: number;
  minTotal?: Decimal;
  classes?: string[];
  minClusterSize?: number;
  excludes?: string[];
  requires?: string[];
  when?: Condition;
  vote?: unknown;
}

export interface CompetitionFile {
  format: string;
  asOf?: string;
  campaign: { code: string; name: string; from: string; to: string; theme?: string; basis?: string[] };
  scales: Scale[];
  clusters: Cluster[];
  targets?: { unit: string; criterion: string; plan: Decimal }[];
  entries?: Entry[];
  holds?: Period[];
  stages?: { code: string; name: string; by: 'unit' | 'cluster' | 'office' }[];
  rounds?: Round[];
  combine?: { how?: 'sum' | 'mean' | 'weighted' | 'last'; missing?: 'zero' | 'skip' };
  notAssigned?: { unit: string; criterion: string; reason: string }[];
  factKinds?: FactKind[];
  facts?: Period[];
  ranking?: {
    precedence?: string[];
    missing?: 'zero' | 'unranked';
    stage?: string;
    stageWeights?: Record<string, Decimal>;
  };
  classes?: Class[];
  rewards?: Reward[];
}
