import { Injectable } from '@nestjs/common';
import { insertAll } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { AfterEndorsement } from '@thidua/rankings';
import type { Review, Reviewed } from '@thidua/rankings';
import { Proposal } from './entities/proposal.entity.js';

/** Puts the proposals of an endorsed ranking before the council. */
@Injectable()
export class RecordProposals implements AfterEndorsement {
  async record(tx: Transaction, { id, campaign, cluster, revision }: Review, { rewards }: Reviewed): Promise<void> {
    const proposals = rewards.flatMap((row) =>
      row.proposed.map((unit) => ({
        ...{ campaign, cluster: row.cluster, reward: row.code, quota: row.quota },
        ...{ unit, review: id, revision },
      })),
    );
    if (cluster !== null && proposals.some((each) => each.cluster !== cluster)) {
      throw new Error(`the result of ${campaign}/${cluster} holds proposals of another cluster`);
    }
    await insertAll(tx, Proposal, proposals);
  }
}
