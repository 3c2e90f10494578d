import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Campaign } from '@thidua/campaigns';

/** The settlement: classes and proposals that need every cluster of a campaign, as last computed. */
@Entity('campaign_result')
export class CampaignResult {
  @ForeignKey(() => Campaign, { name: 'campaign_result_campaign' })
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  /** The sum of its clusters' revisions: each only grows, so equal sums mean equal revisions. */
  @Column({ type: 'integer' })
  revision: number;

  /** Its clusters' revisions by code, as JSON: what rests on some of them alone is judged by theirs. */
  @Column({ type: 'text' })
  revisions: string;

  @Column({ type: 'varchar', length: 64 })
  engine: string;

  /** The day on which holds, facts and rounds were judged. */
  @Column({ name: 'as_of', type: 'varchar', length: 10, default: '' })
  asOf: string;

  /** The number of the rule set by which it was computed. */
  @Column({ name: 'rule_set', type: 'integer', default: 1 })
  ruleSet: number;

  /** SHA-256 over the input hashes of the clusters' results. */
  @Column({ name: 'input_hash', type: 'varchar', length: 71 })
  inputHash: string;

  /** Class (or null) by unit of the clusters whose classes are settled, as JSON. */
  @Column({ type: 'text' })
  classes: string;

  /** The engine's reward rows, as JSON. */
  @Column({ type: 'text' })
  rewards: string;

  @Column({ name: 'computed_at', type: 'varchar', length: 24 })
  computedAt: string;
}
