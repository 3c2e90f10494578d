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

  /** The cluster's revision that this submission made. */
  @PrimaryColumn({ type: 'integer' })
  revision: number;

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

  /** Login, or null when it came with an imported file. */
  @Column({ name: 'submitted_by', type: 'varchar', length: 64, nullable: true })
  submittedBy: string | null;

  @Column({ name: 'submitted_at', type: 'varchar', length: 24 })
  submittedAt: string;

  @Column({ name: 'idempotency_key', type: 'varchar', length: 64, nullable: true })
  idempotencyKey: string | null;

  /** SHA-256 of the request's content, to tell a repeated request from a reused key. */
  @Column({ name: 'request_hash', type: 'varchar', length: 64, nullable: true })
  requestHash: string | null;
}
