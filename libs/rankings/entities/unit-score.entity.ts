import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Unit } from '@thidua/campaigns';

/**
 * The points of a unit's criteria in its cluster's stored result. Kept apart from the ranking because a submission
 * changes one unit's points and everybody's rank: only what changed is written.
 */
@Entity('unit_score')
@ForeignKey(() => Unit, ['campaign', 'unit'], ['campaign', 'code'], { name: 'unit_score_unit' })
export class UnitScoreRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  cluster: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  unit: string;

  /** Points and stage by criterion, as JSON. */
  @Column({ type: 'text' })
  criteria: string;

  /** The same in each round, by round, as JSON; null where the campaign has none. */
  @Column({ type: 'text', nullable: true })
  rounds: string | null;
}
