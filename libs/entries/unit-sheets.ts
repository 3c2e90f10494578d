import type { SqlRunner } from '@thidua/platform';
import type { Entry } from '@thidua/scoring';
import { placeOf } from './sheet-place.js';
import type { SheetPlace } from './sheet-place.js';

/** What names a submission in its cluster. */
export interface SubmissionNumber {
  readonly revision: number;
  readonly ordinal: number;
}

export interface SheetState {
  readonly stage: string;
  /** 0 before the first save. */
  readonly version: number;
  /** JSON, or null when nothing differs from the submission. */
  readonly draft: string | null;
  /** JSON of the last submission, or null when there is none. */
  readonly submitted: string | null;
  readonly submittedAt: string | null;
  readonly submittedAs: SubmissionNumber | null;
}

/** The sheets of one unit in one round, by stage; a stage nobody has saved yet is not among them. */
export type UnitSheets = ReadonlyMap<string, SheetState>;

export interface SheetRow {
  stage: string;
  version: number;
  draft: string | null;
  entries: string | null;
  submitted_at: string | null;
  submitted_revision: number | null;
  submitted_ordinal: number;
}

export async function loadUnitSheets(
  db: SqlRunner,
  campaign: string,
  unit: string,
  round: string,
): Promise<UnitSheets> {
  const rows = await db.query<SheetRow>(
    `SELECT s.stage, s.version, s.draft, b.entries, b.submitted_at, s.submitted_revision, s.submitted_ordinal
       FROM sheet s LEFT JOIN submission b
         ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
            AND b.ordinal = s.submitted_ordinal
      WHERE s.campaign = ? AND s.unit = ? AND s.round = ?`,
    [campaign, unit, round],
  );
  return new Map(rows.map((row) => [row.stage, sheetState(row)]));
}

export function sheetState(row: SheetRow): SheetState {
  return {
    stage: row.stage,
    version: row.version,
    draft: row.draft,
    submitted: row.entries,
    submittedAt: row.submitted_at,
    submittedAs:
      row.submitted_revision === null ? null : { revision: row.submitted_revision, ordinal: row.submitted_ordinal },
  };
}

export function emptySheet(stage: string): SheetState {
  return { stage, version: 0, draft: null, submitted: null, submittedAt: null, submittedAs: null };
}

/** A submission's stored JSON as the engine's entries. It was checked when it was accepted. */
export function storedEntries(unit: string, place: SheetPlace, json: string): Entry[] {
  const at = placeOf(place);
  return (JSON.parse(json) as Omit<Entry, 'unit' | 'stage'>[]).map((entry) => ({ ...entry, unit, ...at }) as Entry);
}

/** What a unit has submitted in a round, at all stages or those that `wanted` names. */
export function submittedEntries(
  unit: string,
  round: string,
  sheets: UnitSheets,
  wanted: (stage: string) => boolean = () => true,
): Entry[] {
  return [...sheets.values()].flatMap(({ stage, submitted }) =>
    submitted === null || !wanted(stage) ? [] : storedEntries(unit, { stage, round }, submitted),
  );
}
