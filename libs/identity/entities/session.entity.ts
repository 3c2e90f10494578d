import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A signed-in browser. Only the hash of its token is kept: reading this table signs nobody in. */
@Entity('session')
export class Session {
  @PrimaryColumn({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash: string;

  @Index('session_account')
  @ForeignKey(() => Account, { name: 'session_account_id', onDelete: 'CASCADE' })
  @Column({ name: 'account_id', type: 'integer' })
  account: number;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt: string;

  /** When somebody last used it, some minutes late at most; null: not since it was opened. */
  @Column({ name: 'used_at', type: 'varchar', length: 24, nullable: true })
  usedAt: string | null;

  /** What its browser is called, cut short; null where it did not say. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  browser: string | null;
}
