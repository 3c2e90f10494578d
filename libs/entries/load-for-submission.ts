import { valueRows } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { SubmitRequest, Submitted } from './submission-request.js';
import { sheetState } from './unit-sheets.js';
import type { SheetRow, UnitSheets } from './unit-sheets.js';

/** What a submission is judged by. */
export interface Before {
  /** The number of the rule set in force. */
  readonly ruleSet: number;
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

interface Row extends Omit<SheetRow, 'stage'> {
  n: string;
  rule_set: number;
  cluster_revision: number;
  stage: string | null;
  replay_revision: number | null;
  replay_ordinal: number;
  replay_version: number;
  replay_at: string;
  replay_hash: string;
}

/** All that some submissions are judged by, in one statement; in the order asked. */
export async function loadForSubmissions(tx: Transaction, requests: readonly SubmitRequest[]): Promise<Before[]> {
  const rows = await tx.query<Row>(
    `WITH asked (n, campaign, cluster, unit, stage, round, own, key) AS (VALUES ${valueRows(requests.length, 8)})
     SELECT a.n, k.rule_set, c.requested_revision AS cluster_revision, s.stage, s.version,
            CASE WHEN s.stage = a.own THEN s.draft END AS draft,
            b.entries, b.submitted_at, s.submitted_revision, s.submitted_ordinal, p.revision AS replay_revision, p.ordinal AS replay_ordinal,
            p.sheet_version AS replay_version, p.submitted_at AS replay_at,
            p.request_hash AS replay_hash
       FROM asked a CROSS JOIN cluster c JOIN campaign k ON k.code = c.campaign
       LEFT JOIN sheet s ON s.campaign = a.campaign AND s.unit = a.unit AND s.round = a.round
       LEFT JOIN submission b
         ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
            AND b.ordinal = s.submitted_ordinal
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
      // The draft of a request that brings its entries need not be read.
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
  const sheets = rows.flatMap((row) => (row.stage === null ? [] : [sheetState({ ...row, stage: row.stage })]));
  return {
    ruleSet: first.rule_set,
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
              counts: first.replay_ordinal === 0,
              submittedAt: first.replay_at,
            },
          },
  };
}
