import { detailOf } from '@thidua/platform';
import type { AuditFinding, AuditRecord, RecordedRows, SqlRunner } from '@thidua/platform';
import { decisionHash, proposalHash, readDecisions, readProposals } from './recorded-rows.js';

/** By number of the row, the hash that a record tells of it. */
type Told = Readonly<Record<string, string>>;

interface Detail {
  readonly proposals?: Told;
  readonly decisions?: Told;
  readonly decision?: number;
  readonly row?: string;
  /** Of who decided; earlier records do not tell it. */
  readonly account?: number;
}

const DECIDED = new Set(['proposal.approve', 'proposal.reject']);
const RECORDING = new Set(['proposals.record', 'campaign.carry', ...DECIDED]);

/** Compares proposals and decisions with what the audit log says of them, and decisions with what they rest on. */
export class RecordedRewards implements RecordedRows {
  private readonly unrecorded = new Set<string>();

  constructor(private readonly db: SqlRunner) {}

  async begin(): Promise<void> {
    const proposals = await this.db.query<{ id: number }>('SELECT id FROM proposal');
    const decisions = await this.db.query<{ number: number }>('SELECT number FROM decision');
    for (const { id } of proposals) this.unrecorded.add(`proposal ${id}`);
    for (const { number } of decisions) this.unrecorded.add(`decision ${number}`);
  }

  async compare(records: readonly AuditRecord[]): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    for (const record of records) {
      const { seq } = record;
      if (!RECORDING.has(record.action)) continue;
      const { proposals = {}, decisions = {}, decision, row, account } = detailOf<Detail>(record);
      // One recorded before the log was chained tells no hash; another record carried it over.
      const decided = decision === undefined || row === undefined ? decisions : { [decision]: row };
      findings.push(...(await this.compareProposals(seq, proposals)), ...(await this.compareDecisions(seq, decided)));
      if (decision !== undefined && account !== undefined) {
        findings.push(...(await this.compareAccount(seq, decision, account)));
      }
    }
    return findings;
  }

  async end(): Promise<AuditFinding[]> {
    return [...this.unrecorded].map((subject) => ({ code: 'audit.row.unrecorded', seq: null, subject }));
  }

  private async compareProposals(seq: number, told: Told): Promise<AuditFinding[]> {
    const rows = await readProposals(this.db, Object.keys(told).map(Number));
    return this.differences(seq, 'proposal', told, new Map(rows.map((row) => [String(row.id), proposalHash(row)])));
  }

  private async compareDecisions(seq: number, told: Told): Promise<AuditFinding[]> {
    const rows = await readDecisions(this.db, Object.keys(told).map(Number));
    const found = new Map(rows.map((row) => [String(row.number), decisionHash(row)]));
    const findings = this.differences(seq, 'decision', told, found);
    const proposals = await readProposals(
      this.db,
      rows.map(({ proposal }) => proposal),
    );
    const restOn = new Map(proposals.map((row) => [row.id, proposalHash(row)]));
    for (const { number, proposal, proposalHash: hash } of rows) {
      if (restOn.get(proposal) === hash) continue;
      findings.push({ code: 'audit.row.restsOnOther', seq, subject: `decision ${number}` });
    }
    return findings;
  }

  private async compareAccount(seq: number, decision: number, account: number): Promise<AuditFinding[]> {
    const [row] = await this.db.query<{ account: number | null }>(
      'SELECT account_id AS account FROM decision WHERE number = ?',
      [decision],
    );
    // One that is gone is told of already.
    if (!row || row.account === account) return [];
    return [{ code: 'audit.row.changed', seq, subject: `decision ${decision}` }];
  }

  private differences(seq: number, kind: string, told: Told, found: ReadonlyMap<string, string>): AuditFinding[] {
    return Object.entries(told).flatMap(([key, hash]) => {
      const subject = `${kind} ${key}`;
      this.unrecorded.delete(subject);
      const stored = found.get(key);
      if (stored === hash) return [];
      return [{ code: stored === undefined ? 'audit.row.missing' : 'audit.row.changed', seq, subject }];
    });
  }
}
