import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Campaign } from '@thidua/campaigns';
import { Review } from '@thidua/rankings';

/**
 * A unit put forward for a reward by an endorsed ranking. Before the endorsement a proposal is only part of the
 * computed result; from then on it is this row, for the council to decide, and never changes.
 */
@Entity('proposal')
@Index('proposal_review', ['review', 'reward', 'unit'], { unique: true })
@Index('proposal_campaign', ['campaign', 'id'])
export class Proposal {
  @PrimaryGeneratedColumn()
  id: number;

  @ForeignKey(() => Campaign, { name: 'proposal_campaign_code' })
  @Column({ type: 'varchar', length: 64 })
  campaign: string;

  /** Null for a reward of campaign scope. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  cluster: string | null;

  @Column({ type: 'varchar', length: 64 })
  reward: string;

  @Column({ type: 'varchar', length: 64 })
  unit: string;

  /** How many places the reward had in its group: decisions count against them. */
  @Column({ type: 'integer', default: 0 })
  quota: number;

  /** The endorsement it comes from. */
  @ForeignKey(() => Review, { name: 'proposal_review_id' })
  @Column({ name: 'review_id', type: 'integer' })
  review: number;

  /** The revision that was endorsed: the proposal stands while the ranking is still of it. */
  @Column({ type: 'integer' })
  revision: number;
}
