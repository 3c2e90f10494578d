import { Injectable } from '@nestjs/common';
import { AuditLog, insertAll } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { AfterEndorsement } from '@thidua/rankings';
import type { Review, Reviewed } from '@thidua/rankings';
import { Proposal } from './entities/proposal.entity.js';
import { proposalHash, proposalsOfReview } from './recorded-rows.js';

/** Puts the proposals of an endorsed ranking before the council. */
@Injectable()
export class RecordProposals implements AfterEndorsement {
  constructor(private readonly audit: AuditLog) {}

  async record(tx: Transaction, { id, campaign, cluster, revision, by }: Review, { rewards }: Reviewed): Promise<void> {
    const proposals = rewards.flatMap((row) =>
      row.proposed.map((unit) => ({
        ...{ campaign, cluster: row.cluster, reward: row.code, quota: row.quota },
        ...{ unit, review: id, revision },
      })),
    );
    if (cluster !== null && proposals.some((each) => each.cluster !== cluster)) {
      throw new Error(`the result of ${campaign}/${cluster} holds proposals of another cluster`);
    }
    if (proposals.length === 0) return;
    await insertAll(tx, Proposal, proposals);
    const rows = await proposalsOfReview(tx, id);
    this.audit.record(tx, {
      actor: by,
      action: 'proposals.record',
      campaign,
      subject: cluster === null ? campaign : `${campaign}/${cluster}`,
      detail: { review: id, proposals: Object.fromEntries(rows.map((row) => [row.id, proposalHash(row)])) },
    });
  }
}
