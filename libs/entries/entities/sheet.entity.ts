import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Unit } from '@thidua/campaigns';

/** A unit's entries at one stage, in one round: what was last submitted, and the draft on top of it. */
@Entity('sheet')
@ForeignKey(() => Unit, ['campaign', 'unit'], ['campaign', 'code'], { name: 'sheet_unit' })
@Index('sheet_submitted', ['campaign', 'cluster', 'submittedRevision'])
export class Sheet {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  unit: string;

  /** Code of a stage of the campaign. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  stage: string;

  /** Code of a round of the campaign; empty where it has none. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  round: string;

  @Column({ type: 'varchar', length: 64 })
  cluster: string;

  /** Raised by every save and submission; an editor must name the one it started from. */
  @Column({ type: 'integer' })
  version: number;

  /** Entries not yet submitted, as JSON; null when nothing differs from the last submission. */
  @Column({ type: 'text', nullable: true })
  draft: string | null;

  /** The cluster's revision that the submission of its present figures made. */
  @Column({ name: 'submitted_revision', type: 'integer', nullable: true })
  submittedRevision: number | null;

  /** How many submissions have repeated its figures since: names the last one. */
  @Column({ name: 'submitted_ordinal', type: 'integer', default: 0 })
  submittedOrdinal: number;
}
