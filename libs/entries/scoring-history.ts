import type { JsonValue } from '@thidua/scoring';
import type { SqlRunner } from '@thidua/platform';
import { sameEntries } from './same-entries.js';

/** Who entered what counts now for a criterion at a stage. */
export interface ScoredBy {
  readonly stage: string;
  /** What the account was called then, or null when it came with an imported file. */
  readonly by: string | null;
  readonly account: number | null;
  readonly at: string;
}

/** Who took back the entry of a criterion at a stage, so that the stages below may correct theirs. */
export interface ReopenedBy extends ScoredBy {
  readonly reason: string;
}

export interface CriterionHistory {
  /** By stage, for stages that hold an entry of it. */
  readonly scored: readonly ScoredBy[];
  /** The last reopening, until the stage scores the criterion again. */
  readonly reopened: ReopenedBy | null;
}

interface Row {
  stage: string;
  entries: string;
  reopened: string | null;
  reason: string | null;
  submitted_by: string | null;
  account_id: number | null;
  submitted_at: string;
}

type Entries = { criterion: string }[];

/** Who has scored and reopened the criteria of a unit in a round, by criterion. */
export async function loadScoringHistory(
  db: SqlRunner,
  campaign: string,
  unit: string,
  round: string,
): Promise<ReadonlyMap<string, CriterionHistory>> {
  const rows = await db.query<Row>(
    `SELECT stage, entries, reopened, reason, submitted_by, account_id, submitted_at FROM submission
      WHERE campaign = ? AND unit = ? AND round = ? ORDER BY revision, ordinal`,
    [campaign, unit, round],
  );
  const stages = new Map<string, StageHistory>();
  for (const row of rows) {
    const stage = stages.get(row.stage) ?? new StageHistory(row.stage);
    stages.set(row.stage, stage);
    stage.submit(row);
  }
  const all = [...stages.values()];
  const criteria = new Set(all.flatMap(({ scored, reopened }) => [...scored.keys(), ...reopened.keys()]));
  return new Map(
    [...criteria].map((criterion) => [
      criterion,
      {
        scored: all.flatMap(({ scored }) => scored.get(criterion) ?? []),
        reopened:
          all.flatMap(({ reopened }) => reopened.get(criterion) ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ??
          null,
      },
    ]),
  );
}

/** One stage's submissions, followed from the first to the last. */
class StageHistory {
  readonly scored = new Map<string, ScoredBy>();
  readonly reopened = new Map<string, ReopenedBy>();
  private text = '[]';
  private entries: Entries = [];

  constructor(private readonly stage: string) {}

  submit({ entries, reopened, reason, submitted_by: by, account_id: account, submitted_at: at }: Row): void {
    if (entries === this.text) return;
    const next = JSON.parse(entries) as Entries;
    const before = new Map(this.entries.map((entry) => [entry.criterion, entry]));
    for (const entry of next) {
      const { criterion } = entry;
      const old = before.get(criterion);
      before.delete(criterion);
      if (old !== undefined && sameEntries([old] as JsonValue, [entry] as JsonValue)) continue;
      this.scored.set(criterion, { stage: this.stage, by, account, at });
      this.reopened.delete(criterion);
    }
    for (const criterion of before.keys()) this.scored.delete(criterion);
    if (reopened !== null) this.reopened.set(reopened, { stage: this.stage, by, account, at, reason: reason ?? '' });
    [this.text, this.entries] = [entries, next];
  }
}
