import type { StageName } from '@thidua/identity';
import type { Transaction } from '@thidua/platform';
import type { SubmitRequest, Submitted } from './submission-request.js';
import type { SheetState } from './unit-sheets.js';

export interface Before {
  /** The cluster's revision. */
  readonly revision: number;
  /** The unit's sheets by stage. */
  readonly sheets: Map<StageName, SheetState>;
  /** The submission made before under the same idempotency key. */
  readonly replay: { readonly requestHash: string; readonly submitted: Omit<Submitted, 'unit' | 'stage'> } | null;
}

interface Row {
  cluster_revision: number;
  stage: StageName | null;
  version: number;
  draft: string | null;
  entries: string | null;
  submitted_at: string | null;
  replay_revision: number | null;
  replay_version: number;
  replay_at: string;
  replay_hash: string;
}

/** All that a submission is judged by, in one statement: it is on the path of every submission. */
export async function loadForSubmission(tx: Transaction, request: SubmitRequest, cluster: string): Promise<Before> {
  const { campaign, unit, stage, idempotencyKey, entries } = request;
  // What the request brings itself need not be read.
  const own = entries === undefined ? stage : '';
  const rows = await tx.query<Row>(
    `SELECT c.requested_revision AS cluster_revision, s.stage, s.version,
            CASE WHEN s.stage = ? THEN s.draft END AS draft,
            CASE WHEN s.stage = ? OR s.stage <> ? THEN b.entries END AS entries, b.submitted_at,
            p.revision AS replay_revision, p.sheet_version AS replay_version, p.submitted_at AS replay_at,
            p.request_hash AS replay_hash
       FROM cluster c
       LEFT JOIN sheet s ON s.campaign = c.campaign AND s.unit = ?
       LEFT JOIN submission b
         ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
       LEFT JOIN submission p
         ON p.campaign = c.campaign AND p.unit = ? AND p.stage = ? AND p.idempotency_key = ?
      WHERE c.campaign = ? AND c.code = ?`,
    [own, own, stage, unit, unit, stage, idempotencyKey, campaign, cluster],
  );
  const [first] = rows;
  if (!first) throw new Error(`no cluster ${campaign}/${cluster}`);
  const sheets = rows.flatMap((row) => (row.stage === null ? [] : [stateOf(row, row.stage)]));
  return {
    revision: first.cluster_revision,
    sheets: new Map(sheets.map((sheet) => [sheet.stage, sheet])),
    replay:
      first.replay_revision === null
        ? null
        : {
            requestHash: first.replay_hash,
            submitted: { version: first.replay_version, revision: first.replay_revision, submittedAt: first.replay_at },
          },
  };
}

function stateOf({ version, draft, entries, submitted_at }: Row, stage: StageName): SheetState {
  return { stage, version, draft, submitted: entries, submittedAt: submitted_at };
}
