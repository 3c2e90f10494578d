import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A competition. Its name, period and day are those of the rule set in force. */
@Entity('campaign')
export class Campaign {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  theme: string | null;

  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from: string;

  @Column({ name: 'to_date', type: 'varchar', length: 10 })
  to: string;

  /** The day on which its holds, facts and rounds are judged; null where the rules name none, so that it is today. */
  @Column({ name: 'as_of', type: 'varchar', length: 10, nullable: true })
  asOf: string | null;

  /** The number of the rule set in force. */
  @Column({ name: 'rule_set', type: 'integer', default: 1 })
  ruleSet: number;

  /**
   * Where each imported entry stood in its file, as JSON `[unit, criterion, stage or null where it was implied,
   * round if any][]`: with it the file can be given back as it came.
   */
  @Column({ name: 'entry_order', type: 'text' })
  entryOrder: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;
}
