import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Cluster } from '@thidua/campaigns';

/** A cluster's ranking and the proposals it settles, as last computed. Only a newer revision replaces it. */
@Entity('cluster_result')
@ForeignKey(() => Cluster, ['campaign', 'cluster'], ['campaign', 'code'], { name: 'cluster_result_cluster' })
export class ClusterResult {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  cluster: string;

  /** The cluster's revision whose facts it was computed from. */
  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'varchar', length: 64 })
  engine: string;

  /** The day on which its holds, facts and rounds were judged. */
  @Column({ name: 'as_of', type: 'varchar', length: 10, default: '' })
  asOf: string;

  /** The number of the rule set by which it was computed. */
  @Column({ name: 'rule_set', type: 'integer', default: 1 })
  ruleSet: number;

  /** `<code>@<version>` of the scale. */
  @Column({ type: 'varchar', length: 100 })
  scale: string;

  /** SHA-256 over the rules and every submission it was computed from. */
  @Column({ name: 'input_hash', type: 'varchar', length: 71 })
  inputHash: string;

  /** The engine's cluster ranking but for the points of the criteria (see `unit_score`), as JSON; without the classes that are settled. */
  @Column({ type: 'text' })
  ranking: string;

  /** What settling the campaign needs besides the ranking, as JSON (the engine's `SettlementBasis`). */
  @Column({ type: 'text' })
  basis: string;

  /** What of it nobody can decide by: the engine's errors of conditions that divide by zero, as JSON. */
  @Column({ type: 'text' })
  faults: string;

  /** The engine's reward rows of this cluster, as JSON. */
  @Column({ type: 'text' })
  rewards: string;

  /** Rank by unit before the last time a rank changed, as JSON; null when none has. */
  @Column({ name: 'previous_ranks', type: 'text', nullable: true })
  previousRanks: string | null;

  /** When a rank last changed; null when none has, or nobody took note. */
  @Column({ name: 'ranks_changed_at', type: 'varchar', length: 24, nullable: true })
  ranksChangedAt: string | null;

  @Column({ name: 'computed_at', type: 'varchar', length: 24 })
  computedAt: string;
}
