import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity.js';

/**
 * A role of an account on a scope: the system (no codes), a campaign, a cluster of it, or a unit of that cluster.
 * A narrower scope names its wider ones too, so that a check needs no other table. It counts from its first day to its
 * last, both included, while it is not ended before; it is ended, never deleted.
 */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryGeneratedColumn()
  id: number;

  @Index('role_grant_account')
  @ForeignKey(() => Account, { name: 'role_grant_account_id' })
  @Column({ name: 'account_id', type: 'integer' })
  account: number;

  @Column({ type: 'varchar', length: 20 })
  role: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  campaign: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  cluster: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  unit: string | null;

  /** YYYY-MM-DD in Vietnam; null: from ever. */
  @Column({ name: 'from_day', type: 'varchar', length: 10, nullable: true })
  fromDay: string | null;

  /** YYYY-MM-DD in Vietnam, the last day on which it counts; null: without end. */
  @Column({ name: 'to_day', type: 'varchar', length: 10, nullable: true })
  toDay: string | null;

  /** The document that gave it. */
  @Column({ type: 'varchar', length: 400, nullable: true })
  document: string | null;

  /** Number of the account that gave it; null: the system. */
  @Column({ name: 'granted_by', type: 'integer', nullable: true })
  grantedBy: number | null;

  @Column({ name: 'granted_at', type: 'varchar', length: 24 })
  grantedAt: string;

  @Column({ name: 'ended_at', type: 'varchar', length: 24, nullable: true })
  endedAt: string | null;

  @Column({ name: 'ended_by', type: 'integer', nullable: true })
  endedBy: number | null;

  @Column({ name: 'end_reason', type: 'varchar', length: 1000, nullable: true })
  endReason: string | null;
}
