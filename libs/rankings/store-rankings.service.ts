import { Injectable } from '@nestjs/common';
import { ClusterRevisions } from '@thidua/campaigns';
import { BatchedWrites, UnitOfWork, valueRows } from '@thidua/platform';
import type { SqlValue, Transaction, Verdict } from '@thidua/platform';
import type { RewardRow, ScoringError, SettlementBasis } from '@thidua/scoring';
import type { BareRanking, UnitPoints } from './bare-ranking.js';
import type { Ranks } from './live-cluster.js';

/** Rows of one statement: SQLite binds at most 32,766 values. */
const CHUNK = 5_000;

/** A ranking as it is stored, with the points of the units that differ from the one it replaces. */
export interface NewRanking {
  readonly campaign: string;
  readonly cluster: string;
  /** Of the facts it was computed from. */
  readonly revision: number;
  /**
   * Whether a result of the same facts said something else: by another engine, by other rules, or of another day. What rests on that one
   * falls, so that the cluster's revision is raised.
   */
  readonly unsettles: boolean;
  readonly engine: string;
  readonly asOf: string;
  /** The number of the rules it was computed by. */
  readonly ruleSet: number;
  /** Code and version, e.g. `PX@1`. */
  readonly scale: string;
  readonly inputHash: string;
  readonly ranking: BareRanking;
  readonly basis: SettlementBasis;
  readonly faults: readonly ScoringError[];
  readonly rewards: readonly RewardRow[];
  readonly previousRanks: Ranks | null;
  /** When a rank last changed. */
  readonly ranksChangedAt: string | null;
  readonly computedAt: string;
  /** By unit. */
  readonly points: ReadonlyMap<string, UnitPoints>;
}

/** What is written of it. Made before the transaction, which keeps every other writer waiting on SQLite. */
interface Prepared {
  readonly ranking: NewRanking;
  readonly result: readonly SqlValue[];
  readonly scores: readonly (readonly SqlValue[])[];
}

const keyOf = ({ ranking: { campaign, cluster } }: Prepared): string => `${campaign}/${cluster}`;
const revisionOf = ({ revision, unsettles }: NewRanking): number => revision + (unsettles ? 1 : 0);

/** Stores rankings, each only over an older one. Those of several clusters that come together are written together. */
@Injectable()
export class StoreRankings {
  private readonly writes: BatchedWrites<Prepared, number | null>;

  constructor(unitOfWork: UnitOfWork, revisions: ClusterRevisions) {
    this.writes = new BatchedWrites(unitOfWork, (tx, rankings) => write(tx, revisions, rankings), keyOf);
  }

  /**
   * Resolves once it is durable, with the revision it is stored at; with null when one at least as new was there already
   * and nothing was written.
   */
  store(ranking: NewRanking): Promise<number | null> {
    return this.writes.run(prepared(ranking));
  }
}

function prepared(ranking: NewRanking): Prepared {
  const { campaign, cluster, engine, asOf, ruleSet, scale, inputHash } = ranking;
  const { previousRanks, ranksChangedAt, computedAt } = ranking;
  return {
    ranking,
    result: [
      campaign,
      cluster,
      revisionOf(ranking),
      engine,
      asOf,
      ruleSet,
      scale,
      inputHash,
      JSON.stringify(ranking.ranking),
      JSON.stringify(ranking.basis),
      JSON.stringify(ranking.faults),
      JSON.stringify(ranking.rewards),
      previousRanks === null ? null : JSON.stringify(previousRanks),
      ranksChangedAt,
      computedAt,
    ],
    scores: [...ranking.points].map(([unit, { criteria, rounds }]) => [
      campaign,
      cluster,
      unit,
      JSON.stringify(criteria),
      rounds === null ? null : JSON.stringify(rounds),
    ]),
  };
}

async function write(
  tx: Transaction,
  revisions: ClusterRevisions,
  asked: readonly Prepared[],
): Promise<Verdict<number | null>[]> {
  // All processes lock the rows in the same order, so that none waits for one that waits for it.
  const sorted = asked.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const unsettling = sorted.map(({ ranking }) => ranking).filter(({ unsettles }) => unsettles);
  await revisions.hold(tx, unsettling);
  const raised = new Set(
    (await revisions.raise(tx, unsettling)).map(({ campaign, cluster }) => `${campaign}/${cluster}`),
  );
  const rankings = sorted.filter((each) => !each.ranking.unsettles || raised.has(keyOf(each)));
  if (rankings.length === 0) return asked.map(() => ({ ok: true, value: null }));
  const written = await tx.query<{ campaign: string; cluster: string }>(
    `INSERT INTO cluster_result
       (campaign, cluster, revision, engine, as_of, rule_set, scale, input_hash, ranking, basis, faults, rewards, previous_ranks,
        ranks_changed_at, computed_at)
     VALUES ${valueRows(rankings.length, 15)}
     ON CONFLICT (campaign, cluster) DO UPDATE SET
       revision = excluded.revision, engine = excluded.engine, as_of = excluded.as_of,
       rule_set = excluded.rule_set, scale = excluded.scale,
       input_hash = excluded.input_hash, ranking = excluded.ranking, basis = excluded.basis,
       faults = excluded.faults, rewards = excluded.rewards, previous_ranks = excluded.previous_ranks,
       ranks_changed_at = excluded.ranks_changed_at, computed_at = excluded.computed_at
     WHERE cluster_result.revision < excluded.revision
        OR (cluster_result.revision = excluded.revision
            AND (cluster_result.engine <> excluded.engine OR cluster_result.as_of <> excluded.as_of
                 OR cluster_result.rule_set < excluded.rule_set))
     RETURNING campaign, cluster`,
    rankings.flatMap(({ result }) => result),
  );
  const newer = new Set(written.map(({ campaign, cluster }) => `${campaign}/${cluster}`));
  const scores = rankings.filter((each) => newer.has(keyOf(each))).flatMap((each) => each.scores);
  for (let start = 0; start < scores.length; start += CHUNK) {
    const rows = scores.slice(start, start + CHUNK);
    await tx.query(
      `INSERT INTO unit_score (campaign, cluster, unit, criteria, rounds) VALUES ${valueRows(rows.length, 5)}
       ON CONFLICT (campaign, cluster, unit) DO UPDATE SET criteria = excluded.criteria, rounds = excluded.rounds`,
      rows.flat(),
    );
  }
  return asked.map((each) => ({ ok: true, value: newer.has(keyOf(each)) ? revisionOf(each.ranking) : null }));
}
