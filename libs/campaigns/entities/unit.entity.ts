import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Cluster } from './cluster.entity.js';

/** A competitor: a collective or an individual, member of one cluster of the campaign. */
@Entity('unit')
@ForeignKey(() => Cluster, ['campaign', 'cluster'], ['campaign', 'code'], { name: 'unit_cluster' })
export class Unit {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  code: string;

  @Column({ type: 'varchar', length: 64 })
  cluster: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'varchar', length: 10 })
  kind: string;
}
