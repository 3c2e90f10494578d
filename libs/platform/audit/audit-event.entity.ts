import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditRecord } from './chain.js';

/** One act of somebody, told once, never changed, and chained to the one before (`chain.ts`). */
@Entity('audit_event')
@Index('audit_event_campaign', ['campaign', 'seq'])
export class AuditEvent implements AuditRecord {
  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'varchar', length: 24 })
  at: string;

  /** Login of the account, or null for the system itself. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  actor: string | null;

  @Column({ type: 'varchar', length: 64 })
  action: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  campaign: string | null;

  /** What was acted on: codes joined by `/`. */
  @Column({ type: 'varchar', length: 400 })
  subject: string;

  @Column({ type: 'text' })
  detail: string;

  @Column({ name: 'correlation_id', type: 'varchar', length: 64, nullable: true })
  correlationId: string | null;

  @Column({ type: 'varchar', length: 64 })
  previous: string;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
