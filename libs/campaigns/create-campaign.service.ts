import { Injectable } from '@nestjs/common';
import type { Author } from '@thidua/identity';
import { Clock, Problem, insertAll } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Competition } from '@thidua/scoring';
import { Cluster } from './entities/cluster.entity.js';
import { FIRST_RULE_SET, RuleSet } from './entities/rule-set.entity.js';
import { Unit } from './entities/unit.entity.js';

/** Where an entry stood in its file: with a round only where the competition has them. */
export type EntryPosition = readonly [unit: string, criterion: string, stage: string | null, round?: string];

export interface NewCampaign {
  readonly competition: Competition;
  /** The file without its entries, as it was written, as JSON. */
  readonly document: string;
  readonly entryOrder: readonly EntryPosition[];
  /** Null for the system. */
  readonly by: Author | null;
}

/** Keeps a checked competition: its rules, clusters and units, within the caller's transaction. */
@Injectable()
export class CreateCampaign {
  constructor(private readonly clock: Clock) {}

  /** @throws Problem `campaign.exists` when its code is taken. */
  async create(tx: Transaction, { competition, document, entryOrder, by }: NewCampaign): Promise<void> {
    const { code, name, theme, from, to } = competition.campaign;
    const now = this.clock.now().toISOString();
    const inserted = await tx.query(
      `INSERT INTO campaign (code, name, theme, from_date, to_date, as_of, entry_order, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING RETURNING code`,
      [code, name, theme ?? null, from, to, competition.asOf ?? null, JSON.stringify(entryOrder), now],
    );
    if (inserted.length === 0) throw new Problem('campaign.exists', 409, { params: { campaign: code } });
    await tx.manager.insert(RuleSet, {
      ...{ campaign: code, number: FIRST_RULE_SET, document },
      ...{ draftedBy: by?.login ?? null, draftedAccount: by?.account ?? null, draftedAt: now },
      ...{ appliedBy: by?.login ?? null, appliedAccount: by?.account ?? null, appliedAt: now },
    });
    const clusters = competition.clusters.map((cluster, ordinal) => ({
      campaign: code,
      code: cluster.code,
      name: cluster.name,
      ordinal,
      requestedRevision: 0,
    }));
    const units = competition.clusters.flatMap((cluster) =>
      cluster.units.map((unit) => ({
        campaign: code,
        code: unit.code,
        cluster: cluster.code,
        name: unit.name,
        kind: unit.kind ?? 'collective',
      })),
    );
    await insertAll(tx, Cluster, clusters);
    await insertAll(tx, Unit, units);
  }
}
