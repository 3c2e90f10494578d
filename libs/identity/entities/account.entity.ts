import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from './person.entity.js';

export const ACCOUNT_STATES = ['active', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Those that the service answers in. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a person signs in by. Known by its number, which never changes; it is disabled, never deleted. */
@Entity('account')
export class Account {
  @PrimaryGeneratedColumn()
  id: number;

  @Index('account_person')
  @ForeignKey(() => Person, { name: 'account_person_id' })
  @Column({ name: 'person_id', type: 'integer' })
  person: number;

  /** What is typed to sign in: a label that may change. */
  @Index('account_login', { unique: true })
  @Column({ type: 'varchar', length: 64 })
  login: string;

  @Column({ type: 'varchar', length: 254, nullable: true })
  email: string | null;

  /** argon2id in PHC form; null for an account that signs in by link only. */
  @Column({ name: 'password_hash', type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  @Column({ type: 'varchar', length: 10, default: 'active' })
  state: AccountState;

  /** Null until the person chooses. */
  @Column({ type: 'varchar', length: 2, nullable: true })
  language: Language | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;

  /** Number of the account that made it; null: the system. */
  @Column({ name: 'created_by', type: 'integer', nullable: true })
  createdBy: number | null;
}
