import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who may sign in. */
@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  login: string;

  @Column({ type: 'varchar', length: 200 })
  name: string;

  /** argon2id in PHC form; null for an account that signs in by link only. */
  @Column({ name: 'password_hash', type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;

  @Column({ name: 'disabled_at', type: 'varchar', length: 24, nullable: true })
  disabledAt: string | null;
}
