import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A random token by which somebody sets a password, once. There is one for an account at a time: a new one voids it. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash: string;

  /** Null: it makes an administrator, who is not there yet. */
  @Index('invitation_account')
  @ForeignKey(() => Account, { name: 'invitation_account_id' })
  @Column({ name: 'account_id', type: 'integer', nullable: true })
  account: number | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt: string;
}
