import type { CompiledCampaign } from '@thidua/campaigns';
import type { SqlRunner } from '@thidua/platform';
import { ENGINE } from '@thidua/scoring';
import type { ClusterRanking, RewardRow, ScoringError, Settlement } from '@thidua/scoring';
import { faultsOf } from '@thidua/entries';
import { Problem, placeholders } from '@thidua/platform';
import { completed } from './bare-ranking.js';
import type { BareRanking, UnitPoints } from './bare-ranking.js';
import type { Ranks } from './live-cluster.js';

export interface StoredClusterResult<R = ClusterRanking> extends ComputedBy {
  readonly revision: number;
  readonly scale: string;
  readonly inputHash: string;
  readonly ranking: R;
  readonly rewards: readonly RewardRow[];
  /** Conditions that divide by zero: nothing is decided by such a ranking. */
  readonly faults: readonly ScoringError[];
  readonly previousRanks: Ranks | null;
  /** When a rank last changed; null when none has. */
  readonly ranksChangedAt: string | null;
  readonly computedAt: string;
}

export interface ClusterState<R = ClusterRanking> {
  readonly cluster: string;
  readonly requestedRevision: number;
  /** Null before the cluster was ranked for the first time. */
  readonly stored: StoredClusterResult<R> | null;
}

export interface CampaignState {
  /** The sum of the clusters' requested revisions. */
  readonly requestedRevision: number;
  /** The same by cluster. */
  readonly requested: Readonly<Record<string, number>>;
  readonly stored:
    | (ComputedBy & {
        readonly revision: number;
        /** By cluster, of the rankings it was settled from. */
        readonly revisions: Readonly<Record<string, number>>;
        readonly inputHash: string;
        readonly classes: Settlement['classes'];
        readonly rewards: readonly RewardRow[];
        readonly computedAt: string;
      })
    | null;
}

/** What a result was computed by, besides the entries. */
export interface ComputedBy {
  readonly engine: string;
  /** The day on which its holds, facts and rounds were judged. */
  readonly asOf: string;
  /** The number of the rule set. */
  readonly ruleSet: number;
}

/** Whether a result is by this version of the engine, by the rules in force, and of the day that they are judged on. */
export function isOfToday(stored: ComputedBy, { ruleSet, plan }: Pick<CompiledCampaign, 'ruleSet' | 'plan'>): boolean {
  return stored.engine === ENGINE && stored.ruleSet === ruleSet && stored.asOf === plan.asOf;
}

/** Whether a stored result is what the engine would give now: of the entries as they are, by these rules, and of today. */
export function isCurrent(
  { stored, requestedRevision }: ClusterState<unknown> | CampaignState,
  rules: CompiledCampaign,
): boolean {
  return stored?.revision === requestedRevision && isOfToday(stored, rules);
}

interface ClusterRow {
  cluster: string;
  /** Null in a cluster's own row. */
  unit: string | null;
  requested_revision: number;
  revision: number | null;
  engine: string;
  as_of: string;
  rule_set: number;
  scale: string;
  input_hash: string;
  /** The ranking of a cluster, the criteria of a unit. */
  content: string;
  /** Of a unit, where there are rounds: the criteria in each. */
  rounds: string | null;
  rewards: string;
  faults: string;
  previous_ranks: string | null;
  ranks_changed_at: string | null;
  computed_at: string;
}

const CLUSTERS = `SELECT c.ordinal, c.code AS cluster, NULL AS unit, c.requested_revision, r.revision, r.engine, r.as_of, r.rule_set,
         r.scale, r.input_hash, r.ranking AS content, NULL AS rounds, r.rewards, r.faults, r.previous_ranks,
         r.ranks_changed_at, r.computed_at
    FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
   WHERE c.campaign = ?`;

const UNITS = `SELECT NULL, u.cluster, u.unit, NULL, NULL, NULL, NULL, NULL, NULL, NULL, u.criteria, u.rounds,
         NULL, NULL, NULL, NULL, NULL
    FROM unit_score u WHERE u.campaign = ?`;

/** Every cluster of a campaign (or one of them) with its stored standings, in file order. */
export async function loadClusterStandings(
  db: SqlRunner,
  campaign: string,
  cluster?: string,
): Promise<ClusterState<BareRanking>[]> {
  const rows = await db.query<ClusterRow>(
    cluster === undefined ? `${CLUSTERS} ORDER BY ordinal` : `${CLUSTERS} AND c.code = ?`,
    cluster === undefined ? [campaign] : [campaign, cluster],
  );
  return rows.map((row) => stateOf(row, (content) => JSON.parse(content) as BareRanking));
}

/** The same with the points of every criterion: the whole result. One statement, so all of it is of one moment. */
export async function loadClusterResults(db: SqlRunner, campaign: string, cluster?: string): Promise<ClusterState[]> {
  const rows =
    cluster === undefined
      ? await db.query<ClusterRow>(`${CLUSTERS} UNION ALL ${UNITS} ORDER BY 1`, [campaign, campaign])
      : await db.query<ClusterRow>(`${CLUSTERS} AND c.code = ? UNION ALL ${UNITS} AND u.cluster = ?`, [
          campaign,
          cluster,
          campaign,
          cluster,
        ]);
  const points = new Map(rows.flatMap((row) => (row.unit === null ? [] : [[row.unit, pointsOf(row)] as const])));
  return rows
    .filter((row) => row.unit === null)
    .map((row) =>
      stateOf(row, (content) => completed(JSON.parse(content) as BareRanking, (unit) => points.get(unit)!)),
    );
}

function pointsOf({ content, rounds }: ClusterRow): UnitPoints {
  return {
    criteria: JSON.parse(content) as UnitPoints['criteria'],
    rounds: rounds === null ? null : (JSON.parse(rounds) as UnitPoints['rounds']),
  };
}

function stateOf<R>(row: ClusterRow, rankingOf: (content: string) => R): ClusterState<R> {
  return {
    cluster: row.cluster,
    requestedRevision: row.requested_revision,
    stored:
      row.revision === null
        ? null
        : {
            revision: row.revision,
            engine: row.engine,
            asOf: row.as_of,
            ruleSet: row.rule_set,
            scale: row.scale,
            inputHash: row.input_hash,
            ranking: rankingOf(row.content),
            rewards: JSON.parse(row.rewards) as RewardRow[],
            faults: JSON.parse(row.faults) as ScoringError[],
            previousRanks: row.previous_ranks === null ? null : (JSON.parse(row.previous_ranks) as Ranks),
            ranksChangedAt: row.ranks_changed_at,
            computedAt: row.computed_at,
          },
  };
}

/** The settlement of a campaign, and how far the clusters they rest on have moved. */
export async function loadCampaignResult(db: SqlRunner, campaign: string): Promise<CampaignState> {
  // A row for each cluster, so that all of it is of one moment.
  const rows = await db.query<{
    cluster: string | null;
    requested: number;
    revision: number | null;
    revisions: string;
    engine: string;
    as_of: string;
    rule_set: number;
    input_hash: string;
    classes: string;
    rewards: string;
    computed_at: string;
  }>(
    `SELECT k.code AS cluster, k.requested_revision AS requested, r.revision, r.revisions, r.engine, r.as_of, r.rule_set,
            r.input_hash,
            CASE WHEN k.ordinal IS NULL OR k.ordinal = 0 THEN r.classes END AS classes,
            CASE WHEN k.ordinal IS NULL OR k.ordinal = 0 THEN r.rewards END AS rewards, r.computed_at
       FROM campaign c LEFT JOIN campaign_result r ON r.campaign = c.code LEFT JOIN cluster k ON k.campaign = c.code
      WHERE c.code = ? ORDER BY k.ordinal`,
    [campaign],
  );
  const [row] = rows;
  if (!row) throw new Error(`no campaign ${campaign}`);
  return {
    requestedRevision: rows.reduce((sum, { requested }) => sum + (requested ?? 0), 0),
    requested: Object.fromEntries(rows.map(({ cluster, requested }) => [cluster ?? '', requested ?? 0])),
    stored:
      row.revision === null
        ? null
        : {
            revision: row.revision,
            revisions: JSON.parse(row.revisions) as Record<string, number>,
            engine: row.engine,
            asOf: row.as_of,
            ruleSet: row.rule_set,
            inputHash: row.input_hash,
            classes: JSON.parse(row.classes) as Settlement['classes'],
            rewards: JSON.parse(row.rewards) as RewardRow[],
            computedAt: row.computed_at,
          },
  };
}

/**
 * Conditions that divide by zero in the stored rankings of a campaign, or of some of its clusters.
 * @throws Problem `ranking.faulty` when there are any: what they would decide is not known.
 */
export async function refuseFaulty(db: SqlRunner, campaign: string, clusters: readonly string[] | null): Promise<void> {
  const { list, pad } = placeholders(clusters?.length ?? 0);
  const rows = await db.query<{ faults: string }>(
    `SELECT faults FROM cluster_result WHERE campaign = ? AND faults <> '[]'${clusters === null ? '' : ` AND cluster IN (${list})`}`,
    clusters === null ? [campaign] : [campaign, ...pad(clusters)],
  );
  if (rows.length === 0) return;
  const faults = rows.flatMap((row) => JSON.parse(row.faults) as ScoringError[]);
  throw new Problem('ranking.faulty', 409, { errors: faultsOf(faults) });
}
