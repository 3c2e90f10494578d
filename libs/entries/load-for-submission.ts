import { valueRows } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { SubmitRequest, Submitted } from './submission-request.js';
import type { SheetState, UnitSheets } from './unit-sheets.js';

/** What a submission is judged by. */
export interface Before {
  /** The cluster's revision. */
  readonly revision: number;
  /** The unit's sheets in the round of the one submitted. */
  readonly sheets: UnitSheets;
  /** The submission made before under the same idempotency key. */
  readonly replay: {
    readonly requestHash: string;
    readonly submitted: Omit<Submitted, 'unit' | 'stage' | 'round'>;
  } | null;
}

interface Row {
  n: string;
  cluster_revision: number;
  stage: string | null;
  version: number;
  draft: string | null;
  entries: string | null;
  submitted_at: string | null;
  replay_revision: number | null;
  replay_version: number;
  replay_at: string;
  replay_hash: string;
}

/** All that some submissions are judged by, in one statement; in the order asked. */
export async function loadForSubmissions(
  tx: Transaction,
  requests: readonly (SubmitRequest & { readonly cluster: string })[],
): Promise<Before[]> {
  const rows = await tx.query<Row>(
    `WITH asked (n, campaign, cluster, unit, stage, round, own, key) AS (VALUES ${valueRows(requests.length, 8)})
     SELECT a.n, c.requested_revision AS cluster_revision, s.stage, s.version,
            CASE WHEN s.stage = a.own THEN s.draft END AS draft,
            CASE WHEN s.stage = a.own OR s.stage <> a.stage THEN b.entries END AS entries, b.submitted_at,
            p.revision AS replay_revision, p.sheet_version AS replay_version, p.submitted_at AS replay_at,
            p.request_hash AS replay_hash
       FROM asked a CROSS JOIN cluster c
       LEFT JOIN sheet s ON s.campaign = a.campaign AND s.unit = a.unit AND s.round = a.round
       LEFT JOIN submission b
         ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
       LEFT JOIN submission p
         ON p.campaign = a.campaign AND p.unit = a.unit AND p.stage = a.stage AND p.round = a.round
          AND p.idempotency_key = a.key
      WHERE c.campaign = a.campaign AND c.code = a.cluster`,
    requests.flatMap(({ campaign, cluster, unit, stage, round, entries, idempotencyKey }, n) => [
      String(n),
      campaign,
      cluster,
      unit,
      stage,
      round,
      // What a request brings itself need not be read.
      entries === undefined ? stage : '',
      idempotencyKey,
    ]),
  );
  const groups = requests.map((): Row[] => []);
  for (const row of rows) groups[Number(row.n)]!.push(row);
  return groups.map(beforeOf);
}

function beforeOf(rows: readonly Row[]): Before {
  const [first] = rows;
  if (!first) throw new Error('a submission to a cluster that is not there');
  const sheets = rows.flatMap((row) => (row.stage === null ? [] : [stateOf(row, row.stage)]));
  return {
    revision: first.cluster_revision,
    sheets: new Map(sheets.map((sheet) => [sheet.stage, sheet])),
    replay:
      first.replay_revision === null
        ? null
        : {
            requestHash: first.replay_hash,
            submitted: {
              version: first.replay_version,
              revision: first.replay_revision,
              submittedAt: first.replay_at,
            },
          },
  };
}

function stateOf({ version, draft, entries, submitted_at }: Row, stage: string): SheetState {
  return { stage, version, draft, submitted: entries, submittedAt: submitted_at };
}
