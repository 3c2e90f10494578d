import { FIRST_RULE_SET, readRuleSet } from '@thidua/campaigns';
import type { RuleSet } from '@thidua/campaigns';
import { detailOf, hashOfValues } from '@thidua/platform';
import type { AuditFinding, AuditRecord, RecordedRows, SqlRunner } from '@thidua/platform';

/** What the audit log keeps of a rule set that came into force: columns that are added later are not in it. */
export function ruleSetHash(ruleSet: RuleSet): string {
  const { campaign, number, document, basis, reason } = ruleSet;
  const { draftedBy, draftedAccount, draftedAt, appliedBy, appliedAccount, appliedAt, withdrawnAt } = ruleSet;
  return hashOfValues([
    ...[campaign, number, document, draftedBy, draftedAccount, draftedAt],
    ...[basis, reason, appliedBy, appliedAccount, appliedAt, withdrawnAt],
  ]);
}

interface Told {
  readonly ruleSet: number;
  readonly row: string;
}

/** Compares rule sets that were put in force with what the audit log says of them; the first came with its campaign. */
export class RecordedRuleSets implements RecordedRows {
  private readonly unrecorded = new Set<string>();

  constructor(private readonly db: SqlRunner) {}

  async begin(): Promise<void> {
    const rows = await this.db.query<{ campaign: string; number: number }>(
      'SELECT campaign, number FROM rule_set WHERE number > ? AND applied_at IS NOT NULL',
      [FIRST_RULE_SET],
    );
    for (const { campaign, number } of rows) this.unrecorded.add(`${campaign}/${number}`);
  }

  async compare(records: readonly AuditRecord[]): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    for (const record of records) {
      if (record.action !== 'rules.apply' || record.campaign === null) continue;
      const { ruleSet: number, row } = detailOf<Told>(record) as Told;
      const subject = `rules ${record.campaign}/${number}`;
      this.unrecorded.delete(`${record.campaign}/${number}`);
      const found = await readRuleSet(this.db, record.campaign, number);
      if (!found) findings.push({ code: 'audit.row.missing', seq: record.seq, subject });
      else if (ruleSetHash(found) !== row) findings.push({ code: 'audit.row.changed', seq: record.seq, subject });
    }
    return findings;
  }

  async end(): Promise<AuditFinding[]> {
    return [...this.unrecorded].map((key) => ({ code: 'audit.row.unrecorded', seq: null, subject: `rules ${key}` }));
  }
}
