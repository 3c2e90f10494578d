import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Head } from './chain.js';

/** How far the audit log has come. One row: whoever appends to the log locks it, and moves it on in the same commit. */
@Entity('audit_head')
export class AuditHead implements Head {
  /** Never changes: PostgreSQL then needs no index entry, and so no room, for each commit. */
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer' })
  seq: number;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
