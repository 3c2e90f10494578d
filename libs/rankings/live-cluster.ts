import { createHash } from 'node:crypto';
import type { CompiledCampaign } from '@thidua/campaigns';
import { fittingEntries, placeId, storedEntries } from '@thidua/entries';
import type { SqlRunner } from '@thidua/platform';
import { ENGINE, openCluster } from '@thidua/scoring';
import type { Entry, OpenCluster } from '@thidua/scoring';

export type Ranks = Readonly<Record<string, number | null>>;

interface FactRow {
  requested_revision: number;
  stored_revision: number | null;
  engine: string | null;
  as_of: string | null;
  rule_set: number | null;
  in_force: number;
  ranking: string | null;
  previous_ranks: string | null;
  ranks_changed_at: string | null;
  unit: string | null;
  stage: string;
  round: string;
  entries: string | null;
}

/** Measured: what a cell of the columns and the score written of it take, and entries for each letter of their text. */
const BYTES_PER_CELL = 180;
const BYTES_PER_UNIT = 1_000;
const BYTES_PER_LETTER = 4;

interface LoadedSheet {
  /** Of its text. */
  readonly letters: number;
  readonly entries: readonly Entry[];
  readonly hash: string;
}

/**
 * One cluster's facts held in memory and kept current: each call to `refresh` reads only what was submitted since the
 * last, and only the units it touches are scored again.
 */
export class LiveCluster {
  /** The revision that `standing` is at. */
  revision = 0;
  /** The revision of the stored result, and its ranks. */
  storedRevision: number | null = null;
  /** Whether that is of this engine, of these rules, and of the day that they are judged on. */
  private isOfToday = false;
  ranks: Ranks | null = null;
  previousRanks: Ranks | null = null;
  /** When they were left for those of now. */
  ranksChangedAt: string | null = null;
  readonly campaign: string;
  readonly standing: OpenCluster;
  /** Units whose points may differ since this process last stored a result of the cluster; at first, all. */
  readonly unstored = new Set<string>();
  /** By unit, then by place. */
  private readonly sheets = new Map<string, Map<string, LoadedSheet>>();
  private readonly baseBytes: number;
  private letters = 0;
  /** Where a unit is measured against the best of the cluster, one entry moves the points of any. */
  private readonly movesTogether: boolean;

  constructor(
    readonly rules: CompiledCampaign,
    readonly cluster: string,
  ) {
    const { code, plan } = rules;
    this.campaign = code;
    this.standing = openCluster(plan, cluster);
    const { units, scale } = plan.clusterOf.get(cluster)!;
    this.movesTogether = plan.scales.get(scale)!.criteria.some(({ rule }) => rule?.relative !== undefined);
    const cells = units.length * plan.scales.get(scale)!.criteria.length * (plan.rounds?.list.length ?? 1);
    this.baseBytes = BYTES_PER_CELL * cells + BYTES_PER_UNIT * units.length;
    for (const unit of units) {
      this.sheets.set(unit, new Map());
      this.unstored.add(unit);
    }
  }

  /** Bytes it takes in memory, by measure: the entries as objects, and what the engine works out and writes of them. */
  get bytes(): number {
    return this.baseBytes + BYTES_PER_LETTER * this.letters;
  }

  /**
   * Reads what has changed, in one statement and so of one moment. Submissions that only repeat figures are not read.
   * @returns the number of the rule set in force: where it is another than that of `rules`, nothing was taken over.
   */
  async refresh(db: SqlRunner): Promise<number> {
    const rows = await db.query<FactRow>(
      `SELECT c.requested_revision, r.revision AS stored_revision, r.engine, r.as_of, r.rule_set, k.rule_set AS in_force,
              CASE WHEN r.revision = ? THEN NULL ELSE r.ranking END AS ranking, r.previous_ranks, r.ranks_changed_at,
              b.unit, b.stage, b.round, b.entries
         FROM cluster c JOIN campaign k ON k.code = c.campaign
         LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
         LEFT JOIN sheet s ON s.campaign = c.campaign AND s.cluster = c.code AND s.submitted_revision > ?
         LEFT JOIN submission b
           ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
              AND b.ordinal = 0
        WHERE c.campaign = ? AND c.code = ?`,
      [this.storedRevision ?? -1, this.revision, this.campaign, this.cluster],
    );
    const [first] = rows;
    if (!first) throw new Error(`no cluster ${this.campaign}/${this.cluster}`);
    const { ruleSet, plan } = this.rules;
    if (first.in_force !== ruleSet) return first.in_force;
    const changed = new Set<string>();
    for (const { unit, stage, round, entries } of rows) {
      // The rules may have left a unit out since.
      const places = unit === null ? undefined : this.sheets.get(unit);
      if (unit === null || places === undefined) continue;
      const place = placeId({ stage, round });
      this.letters += entries!.length - (places.get(place)?.letters ?? 0);
      places.set(place, {
        letters: entries!.length,
        entries: fittingEntries(plan, unit, storedEntries(unit, { stage, round }, entries!)),
        hash: createHash('sha256').update(entries!).digest('hex'),
      });
      changed.add(unit);
    }
    for (const unit of changed) {
      const entries = [...this.sheets.get(unit)!.values()].flatMap((sheet) => sheet.entries);
      this.standing.enter(unit, entries);
      this.unstored.add(unit);
    }
    if (changed.size > 0 && this.movesTogether) for (const unit of this.sheets.keys()) this.unstored.add(unit);
    this.revision = first.requested_revision;
    this.isOfToday = first.engine === ENGINE && first.rule_set === ruleSet && first.as_of === plan.asOf;
    if (first.ranking !== null) {
      this.storedRevision = first.stored_revision;
      this.ranks = ranksOf(JSON.parse(first.ranking) as RankedUnits);
      this.previousRanks = first.previous_ranks === null ? null : (JSON.parse(first.previous_ranks) as Ranks);
      this.ranksChangedAt = first.ranks_changed_at;
    }
    return ruleSet;
  }

  /** Whether the stored result is of the facts' revision or a later one, by this engine and these rules, of their day. */
  get isStored(): boolean {
    return this.isOfToday && this.storedRevision !== null && this.storedRevision >= this.revision;
  }

  /** SHA-256 over the rules and every submission, each by the hash of its stored text, by unit and place. */
  inputHash(rulesHash: string): string {
    const hash = createHash('sha256').update(rulesHash);
    for (const [unit, places] of this.sheets) {
      for (const [place, sheet] of [...places].toSorted()) hash.update(`\n${unit} ${place} ${sheet.hash}`);
    }
    return `sha256:${hash.digest('hex')}`;
  }

  /** Takes note that this process has stored the result, at the revision it was given. */
  stored(
    revision: number,
    { ranks, previousRanks, ranksChangedAt }: Pick<LiveCluster, 'previousRanks' | 'ranksChangedAt'> & { ranks: Ranks },
  ): void {
    this.storedRevision = this.revision = revision;
    this.isOfToday = true;
    this.unstored.clear();
    this.ranks = ranks;
    this.previousRanks = previousRanks;
    this.ranksChangedAt = ranksChangedAt;
  }
}

interface RankedUnits {
  readonly standings: readonly { readonly unit: string; readonly rank: number | null }[];
}

export function ranksOf(ranking: RankedUnits): Ranks {
  return Object.fromEntries(ranking.standings.map(({ unit, rank }) => [unit, rank]));
}
