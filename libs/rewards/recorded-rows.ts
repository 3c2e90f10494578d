import { hashOfValues, placeholders } from '@thidua/platform';
import type { SqlRunner } from '@thidua/platform';

/** Numbers in one statement: well below the values that a database binds. */
const CHUNK = 512;

/** A proposal with the hash of the ranking that its endorsement rests on. */
export interface ProposalRow {
  readonly id: number;
  readonly campaign: string;
  readonly cluster: string | null;
  readonly reward: string;
  readonly unit: string;
  readonly quota: number;
  readonly review: number;
  readonly revision: number;
  readonly snapshotHash: string;
}

export interface DecisionRow {
  readonly number: number;
  readonly proposal: number;
  readonly proposalHash: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** What the audit log keeps of a proposal, and a decision rests on: columns that are added later are not in it. */
export function proposalHash(row: ProposalRow): string {
  const { id, campaign, cluster, reward, unit, quota, review, revision, snapshotHash } = row;
  return hashOfValues([id, campaign, cluster, reward, unit, quota, review, revision, snapshotHash]);
}

/** What the audit log keeps of a decision. */
export function decisionHash({ number, proposal, proposalHash: of, outcome, reason, by, at }: DecisionRow): string {
  return hashOfValues([number, proposal, of, outcome, reason, by, at]);
}

const PROPOSALS = `SELECT p.id, p.campaign, p.cluster, p.reward, p.unit, p.quota, p.review_id AS review, p.revision,
    v.snapshot_hash AS "snapshotHash" FROM proposal p JOIN review v ON v.id = p.review_id`;

export function proposalsOfReview(db: SqlRunner, review: number): Promise<ProposalRow[]> {
  return db.query<ProposalRow>(`${PROPOSALS} WHERE p.review_id = ? ORDER BY p.id`, [review]);
}

export function readProposals(db: SqlRunner, ids: readonly number[]): Promise<ProposalRow[]> {
  return inChunks(ids, (list, some) => db.query<ProposalRow>(`${PROPOSALS} WHERE p.id IN (${list})`, some));
}

export function readDecisions(db: SqlRunner, numbers: readonly number[]): Promise<DecisionRow[]> {
  return inChunks(numbers, (list, some) =>
    db.query<DecisionRow>(
      `SELECT number, proposal_id AS proposal, proposal_hash AS "proposalHash", outcome, reason, decided_by AS "by",
              decided_at AS "at" FROM decision WHERE number IN (${list})`,
      some,
    ),
  );
}

async function inChunks<Row>(
  ids: readonly number[],
  read: (list: string, some: number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK);
    const { list, pad } = placeholders(some.length);
    rows.push(...(await read(list, pad(some))));
  }
  return rows;
}
