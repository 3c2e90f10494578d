import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Campaign } from './campaign.entity.js';

/** Units ranked against each other. */
@Entity('cluster')
export class Cluster {
  @ForeignKey(() => Campaign, { name: 'cluster_campaign' })
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  code: string;

  @Column({ type: 'text' })
  name: string;

  /** Position in the competition file. */
  @Column({ type: 'integer' })
  ordinal: number;

  /**
   * Raised by one in the transaction of everything that can change the cluster's ranking. The ranking is current when
   * its stored result carries this number.
   */
  @Column({ name: 'requested_revision', type: 'integer', default: 0 })
  requestedRevision: number;
}
