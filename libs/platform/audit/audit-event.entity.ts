import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One act of somebody, told once and never changed. Submissions, reviews and decisions are their own record. */
@Entity('audit_event')
@Index('audit_event_campaign', ['campaign', 'id'])
export class AuditEvent {
  @PrimaryGeneratedColumn()
  id: number;

  /** ISO 8601, UTC. */
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
  @Column({ type: 'varchar', length: 200 })
  subject: string;

  @Column({ type: 'text' })
  detail: string;

  @Column({ name: 'correlation_id', type: 'varchar', length: 64, nullable: true })
  correlationId: string | null;
}
