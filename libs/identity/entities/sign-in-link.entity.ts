import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A random token that signs one account in once. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash: string;

  @ForeignKey(() => Account, { name: 'sign_in_link_account_id', onDelete: 'CASCADE' })
  @Column({ name: 'account_id', type: 'integer' })
  account: number;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt: string;

  @Column({ name: 'used_at', type: 'varchar', length: 24, nullable: true })
  usedAt: string | null;
}
