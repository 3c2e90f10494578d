import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Campaign } from './campaign.entity.js';

/** The number of the rules that a campaign begins with. */
export const FIRST_RULE_SET = 1;

/**
 * A version of a campaign's rules: drafted, then in force until another is. Its document never changes, so that what
 * was computed by it can be computed again.
 */
@Entity('rule_set')
export class RuleSet {
  @ForeignKey(() => Campaign, { name: 'rule_set_campaign' })
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  /** 1, 2, … in the order in which they were drafted. */
  @PrimaryColumn({ type: 'integer' })
  number: number;

  /** The competition file without its entries, as JSON: the numbers stand as they were written. */
  @Column({ type: 'text' })
  document: string;

  /** Login; null for the system. */
  @Column({ name: 'drafted_by', type: 'varchar', length: 64, nullable: true })
  draftedBy: string | null;

  /** Account; null for the system. */
  @Column({ name: 'drafted_account', type: 'integer', nullable: true })
  draftedAccount: number | null;

  @Column({ name: 'drafted_at', type: 'varchar', length: 24 })
  draftedAt: string;

  /** The document by which it was decided, e.g. `Quyết định 12/QĐ-UBND`; null for the rules that the campaign began with. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  basis: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Login; null for the system, and while it was never in force. */
  @Column({ name: 'applied_by', type: 'varchar', length: 64, nullable: true })
  appliedBy: string | null;

  /** Account, as `appliedBy`. */
  @Column({ name: 'applied_account', type: 'integer', nullable: true })
  appliedAccount: number | null;

  /** Since when it is, or was, in force; null for a draft. */
  @Column({ name: 'applied_at', type: 'varchar', length: 24, nullable: true })
  appliedAt: string | null;

  /** When the draft was given up. */
  @Column({ name: 'withdrawn_at', type: 'varchar', length: 24, nullable: true })
  withdrawnAt: string | null;
}
