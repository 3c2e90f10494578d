import type { SqlRunner } from '@thidua/platform';
import type { StageName } from '@thidua/identity';
import type { Entry } from '@thidua/scoring';

export interface SheetState {
  readonly stage: StageName;
  /** 0 before the first save. */
  readonly version: number;
  /** JSON, or null when nothing differs from the submission. */
  readonly draft: string | null;
  /** JSON of the last submission, or null when there is none. */
  readonly submitted: string | null;
  readonly submittedAt: string | null;
}

interface SheetRow {
  stage: StageName;
  version: number;
  draft: string | null;
  entries: string | null;
  submitted_at: string | null;
}

/** The sheets of one unit, by stage; a stage nobody has saved yet is not among them. */
export async function loadUnitSheets(
  db: SqlRunner,
  campaign: string,
  unit: string,
): Promise<Map<StageName, SheetState>> {
  const rows = await db.query<SheetRow>(
    `SELECT s.stage, s.version, s.draft, b.entries, b.submitted_at
       FROM sheet s LEFT JOIN submission b
         ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
      WHERE s.campaign = ? AND s.unit = ?`,
    [campaign, unit],
  );
  return new Map(
    rows.map(({ stage, version, draft, entries, submitted_at }) => [
      stage,
      { stage, version, draft, submitted: entries, submittedAt: submitted_at },
    ]),
  );
}

export function emptySheet(stage: StageName): SheetState {
  return { stage, version: 0, draft: null, submitted: null, submittedAt: null };
}

/** A submission's stored JSON as the engine's entries. It was checked when it was accepted. */
export function storedEntries(unit: string, stage: StageName, json: string): Entry[] {
  return (JSON.parse(json) as Omit<Entry, 'unit' | 'stage'>[]).map((entry) => ({ ...entry, unit, stage }) as Entry);
}
