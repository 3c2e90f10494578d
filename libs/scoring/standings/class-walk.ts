import type { RankedCluster } from './ranked-cluster.js';
import { areEqual, walkTogether } from './walk-together.js';

/** The ranked units of one cluster or of several in walking order. A seat is a place in that order, from 0. */
export interface Walk {
  readonly size: number;
  clusterOf(seat: number): number;
  unitOf(seat: number): number;
  /** The same number for seats that nothing parts. */
  tieOf(seat: number): number;
}

export const walkOf = (clusters: readonly RankedCluster[]): Walk =>
  clusters.length === 1 ? new OneWalk(clusters[0]!) : walkAll(clusters);

/** In one cluster the walk is its ranking. A class, since one is made at every change of a cluster. */
class OneWalk implements Walk {
  constructor(private readonly cluster: RankedCluster) {}

  get size(): number {
    return this.cluster.ranked;
  }

  clusterOf(): number {
    return 0;
  }

  unitOf(seat: number): number {
    return this.cluster.order[seat]!;
  }

  tieOf(seat: number): number {
    return this.cluster.ranks[this.cluster.order[seat]!]!;
  }
}

function walkAll(clusters: readonly RankedCluster[]): Walk {
  const indexOf = new Map(clusters.map((cluster, index) => [cluster, index]));
  const walk = walkTogether(
    clusters.map((cluster) => ({ cluster, candidates: [...cluster.order.subarray(0, cluster.ranked)] })),
  );
  const ties: number[] = [];
  walk.forEach((walker, seat) => {
    ties.push(seat > 0 && areEqual(walk[seat - 1]!, walker) ? ties[seat - 1]! : seat);
  });
  return {
    size: walk.length,
    clusterOf: (seat) => indexOf.get(walk[seat]!.cluster)!,
    unitOf: (seat) => walk[seat]!.unit,
    tieOf: (seat) => ties[seat]!,
  };
}

/** The seats that some class is given to, and those that go on waiting; both in walking order. */
export interface Given {
  placed: readonly number[];
  waiting: readonly number[];
}

export function split(seats: readonly number[], isPlaced: (seat: number) => boolean): Given {
  const placed: number[] = [];
  const waiting: number[] = [];
  for (const seat of seats) (isPlaced(seat) ? placed : waiting).push(seat);
  return { placed, waiting };
}

/** The first so many candidates placed; the others wait on. */
export function takeFirst(waiting: readonly number[], candidates: readonly number[], count: number): Given {
  let next = 0;
  // Candidates stand among the waiting in the same order.
  return split(waiting, (seat) => {
    const isPlaced = next < count && seat === candidates[next];
    if (isPlaced) next++;
    return isPlaced;
  });
}
