import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Proposal } from './proposal.entity.js';

/** The council's decision on a proposal, numbered in the order taken. Never changed. */
@Entity('decision')
@Index('decision_proposal', ['proposal'], { unique: true })
export class Decision {
  @PrimaryGeneratedColumn()
  number: number;

  @ForeignKey(() => Proposal, { name: 'decision_proposal_id' })
  @Column({ name: 'proposal_id', type: 'integer' })
  proposal: number;

  /** Of the proposal as it was decided, and by it of the ranking that was endorsed: SHA-256 (hex). */
  @Column({ name: 'proposal_hash', type: 'varchar', length: 64, default: '' })
  proposalHash: string;

  @Column({ type: 'varchar', length: 10 })
  outcome: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** What the account was called then. */
  @Column({ name: 'decided_by', type: 'varchar', length: 64 })
  by: string;

  /** Number of the account, where it is known. */
  @Column({ name: 'account_id', type: 'integer', nullable: true })
  account: number | null;

  @Column({ name: 'decided_at', type: 'varchar', length: 24 })
  at: string;
}
