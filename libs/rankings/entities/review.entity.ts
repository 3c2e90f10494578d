import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Campaign } from '@thidua/campaigns';

/** What the standing committee said of a ranking, with the ranking it saw. Never changed. */
@Entity('review')
@Index('review_group', ['campaign', 'cluster', 'id'])
export class Review {
  @PrimaryGeneratedColumn()
  id: number;

  @ForeignKey(() => Campaign, { name: 'review_campaign' })
  @Column({ type: 'varchar', length: 64 })
  campaign: string;

  /** Null: the proposals of campaign scope. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  cluster: string | null;

  @Column({ type: 'integer' })
  revision: number;

  /** Of reviews before `restsOn`: whether it rests on every cluster of the campaign. */
  @Column({ name: 'rests_on_all', type: 'boolean', default: false })
  restsOnAll: boolean;

  /** The codes of the clusters it rests on, as JSON; null where that is its own. `revision` is the sum of theirs. */
  @Column({ name: 'rests_on', type: 'text', nullable: true })
  restsOn: string | null;

  @Column({ type: 'varchar', length: 10 })
  outcome: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** What the account was called then. */
  @Column({ name: 'reviewed_by', type: 'varchar', length: 64 })
  by: string;

  /** Number of the account, where it is known. */
  @Column({ name: 'account_id', type: 'integer', nullable: true })
  account: number | null;

  @Column({ name: 'reviewed_at', type: 'varchar', length: 24 })
  at: string;

  /** The stored result that was reviewed, whole, as JSON, with the head that the audit log had then. */
  @Column({ type: 'text' })
  snapshot: string;

  /** SHA-256 (hex) of `snapshot`. */
  @Column({ name: 'snapshot_hash', type: 'varchar', length: 64, default: '' })
  snapshotHash: string;
}
