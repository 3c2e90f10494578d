import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Cluster } from '@thidua/campaigns';

/** What was submitted, when and by whom. Never changed: the history of a sheet is its submissions. */
@Entity('submission')
@ForeignKey(() => Cluster, ['campaign', 'cluster'], ['campaign', 'code'], { name: 'submission_cluster' })
@Index('submission_idempotency', ['campaign', 'unit', 'stage', 'round', 'idempotencyKey'], { unique: true })
export class Submission {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  cluster: string;

  /** The cluster's revision that this submission made, or that the one made whose figures it repeats. */
  @PrimaryColumn({ type: 'integer' })
  revision: number;

  /** 0 for the submission that made the revision; those of its sheet that changed no figure follow it, 1, 2, … */
  @PrimaryColumn({ type: 'integer' })
  ordinal: number;

  @Column({ type: 'varchar', length: 64 })
  unit: string;

  @Column({ type: 'varchar', length: 64 })
  stage: string;

  /** Empty where the campaign has no rounds. */
  @Column({ type: 'varchar', length: 64 })
  round: string;

  @Column({ name: 'sheet_version', type: 'integer' })
  sheetVersion: number;

  /** JSON array of entries without `unit`, `stage` and `round`; the numbers stand as they were written. */
  @Column({ type: 'text' })
  entries: string;

  /** What the account was called then, or null when it came with an imported file. */
  @Column({ name: 'submitted_by', type: 'varchar', length: 64, nullable: true })
  submittedBy: string | null;

  /** Number of the account, where it is known. */
  @Column({ name: 'account_id', type: 'integer', nullable: true })
  account: number | null;

  @Column({ name: 'submitted_at', type: 'varchar', length: 24 })
  submittedAt: string;

  @Column({ name: 'idempotency_key', type: 'varchar', length: 64, nullable: true })
  idempotencyKey: string | null;

  /** SHA-256 of the request's content, to tell a repeated request from a reused key. */
  @Column({ name: 'request_hash', type: 'varchar', length: 64, nullable: true })
  requestHash: string | null;

  /** Code of the criterion whose entry was taken back by it, so that the stages below may correct theirs; mostly null. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  reopened: string | null;

  /** Why it was taken back. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
