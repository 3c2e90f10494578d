import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from './account.entity.js';

/**
 * A role of an account on a scope: the system (no codes), a campaign, a cluster of it, or a unit of that cluster.
 * A narrower scope names its wider ones too, so that a check needs no other table.
 */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryGeneratedColumn()
  id: number;

  @Index('role_grant_login')
  @ForeignKey(() => Account, { name: 'role_grant_account', onDelete: 'CASCADE' })
  @Column({ type: 'varchar', length: 64 })
  login: string;

  @Column({ type: 'varchar', length: 20 })
  role: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  campaign: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  cluster: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  unit: string | null;
}
