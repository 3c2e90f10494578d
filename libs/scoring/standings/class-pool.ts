import type { Rational } from '../number/rational.js';
import type { PlanClass, PlanShare } from '../plan/plan.js';
import type { RankedCluster } from './ranked-cluster.js';
import { SAFE } from '../number/whole.js';
import { classTest } from './class-conditions.js';
import { fillPlaces } from './fill-places.js';
import { areEqual, walkTogether } from './walk-together.js';

/** The seats that some class is given to, and those that go on waiting; both in walking order. */
interface Given {
  placed: readonly number[];
  waiting: readonly number[];
}

/** How a class was given: what its share is counted from, and where it closed. */
export interface ClassFill {
  /** Units that have it. */
  placed: number;
  /** The ranked units, and those that have the next class. */
  ranked: number;
  next: number;
  /** The first tie group that meets it and got no place, by code. */
  edge: string[];
}

/** Where the seats of a walk are: their clusters and units, and who is level with whom. */
interface Walk {
  seats: readonly number[];
  clusterOf(seat: number): number;
  unitOf(seat: number): number;
  /** The same number for seats that nothing parts. */
  tieOf(seat: number): number;
}

/**
 * Gives classes to the ranked units of one cluster, or of several whose classes hang together, the best first, a tie
 * group at a time (spec, "Classes"). `leads` is the best class that what a unit leads leaves it, by index.
 */
export class ClassPool {
  private readonly tests: readonly (readonly ((unit: number) => boolean)[])[];
  private walk: Walk = NOBODY;
  /** The walk of a pool of one cluster. */
  private readonly one: OneWalk | undefined;
  /** By class: who went without a better one. */
  private readonly waited: (readonly number[])[] = [];

  constructor(
    private readonly rules: readonly PlanClass[],
    private readonly clusters: readonly RankedCluster[],
    private readonly leads?: (cluster: RankedCluster, unit: number) => number,
  ) {
    this.one = clusters.length === 1 ? new OneWalk(clusters[0]!) : undefined;
    this.tests = clusters.map(({ figures, classesMet }) => rules.map((rule) => classTest(rule, figures, classesMet)));
  }

  /** Writes every unit's class, as the clusters are ranked now, into its cluster's `classes`. */
  assign(): void {
    const { clusters } = this;
    for (const { classes } of clusters) classes.fill(-1);
    this.walk = this.one?.renew() ?? walkAll(clusters);
    let waiting = this.walk.seats;
    this.waited.length = 0;
    for (let index = 0; index < this.rules.length; index++) {
      this.waited.push(waiting);
      const given = this.give(index, waiting);
      for (const seat of given.placed) clusters[this.walk.clusterOf(seat)]!.classes[this.walk.unitOf(seat)] = index;
      waiting = given.waiting;
    }
  }

  /** Whether the pool gives the classes of a cluster. */
  gives(cluster: RankedCluster): boolean {
    return this.clusters.includes(cluster);
  }

  /** How a class was last given where a cluster's units are counted: in it alone, or in all together. */
  fill(index: number, cluster: RankedCluster): ClassFill {
    const { share } = this.rules[index]!;
    const own = this.clusters.indexOf(cluster);
    const isWide = share?.scope === 'campaign';
    const waiting = this.waited[index]!.filter((seat) => isWide || this.walk.clusterOf(seat) === own);
    const candidates = waiting.filter((seat) => this.satisfies(index, seat));
    const classOf = (seat: number): number =>
      this.clusters[this.walk.clusterOf(seat)]!.classes[this.walk.unitOf(seat)]!;
    const left = candidates.filter((seat) => classOf(seat) !== index);
    const first = left[0];
    const code = (seat: number): string =>
      this.clusters[this.walk.clusterOf(seat)]!.members.codes[this.walk.unitOf(seat)]!;
    const counted = isWide ? this.clusters : [cluster];
    return {
      placed: candidates.length - left.length,
      ranked: counted.reduce((sum, { ranked }) => sum + ranked, 0),
      next: counted.reduce((sum, { classes }) => sum + classes.filter((given) => given === index + 1).length, 0),
      edge: left.filter((seat) => this.areTied(first!, seat)).map(code),
    };
  }

  private satisfies(index: number, seat: number): boolean {
    const cluster = this.walk.clusterOf(seat);
    const unit = this.walk.unitOf(seat);
    const own = this.clusters[cluster]!;
    if (index < own.ceilings[unit]! || (this.leads !== undefined && index < this.leads(own, unit))) return false;
    return this.tests[cluster]![index]!(unit);
  }

  /** One class, given as the list says to those still waiting. */
  private give(index: number, waiting: readonly number[]): Given {
    const { share } = this.rules[index]!;
    if (share?.scope === 'cluster' && this.clusters.length > 1) return this.giveByCluster(index, share, waiting);
    return this.place(index, share, waiting);
  }

  private giveByCluster(index: number, share: PlanShare, waiting: readonly number[]): Given {
    const placed = new Set(
      this.clusters.flatMap((_, cluster) => {
        const own = waiting.filter((seat) => this.walk.clusterOf(seat) === cluster);
        return [...this.place(index, share, own).placed];
      }),
    );
    return split(waiting, (seat) => placed.has(seat));
  }

  /** The same for seats of one scope of the share. */
  private place(index: number, share: PlanShare | undefined, waiting: readonly number[]): Given {
    const given = split(waiting, (seat) => this.satisfies(index, seat));
    const candidates = given.placed;
    if (share === undefined) return given;
    const count =
      share.of === 'next'
        ? this.placesOfNext(index, share, candidates, waiting)
        : fillPlaces(candidates, this.areTied, this.placesOfRanked(share, waiting)).placed;
    return count === candidates.length ? given : takeFirst(waiting, candidates, count);
  }

  /** floor(p·R/100), R the ranked units of the scope. */
  private placesOfRanked({ percent, scope }: PlanShare, [first]: readonly number[]): number {
    if (first === undefined) return 0;
    const own = this.walk.clusterOf(first);
    const counted = scope === 'campaign' ? this.clusters : [this.clusters[own]!];
    const ranked = counted.reduce((sum, cluster) => sum + cluster.ranked, 0);
    return shareOf(percent, ranked);
  }

  /**
   * The largest number e of units, whole tie groups from the best on, for which 100·e ≤ p·g(e), g(e) = how many have
   * the next class once those e are placed. As e and g(e) together are no more than all who wait, no e above
   * p·waiting/(100 + p) can be one.
   */
  private placesOfNext(
    index: number,
    { percent }: PlanShare,
    candidates: readonly number[],
    waiting: readonly number[],
  ): number {
    const next = index + 1;
    const most = Number((percent.n * BigInt(waiting.length)) / (percent.d * 100n + percent.n));
    if (most === 0) return 0;
    const isPlain = this.rules[next]!.share === undefined;
    const isWithin = withinShare(percent, waiting.length);
    let nextAmong = 0;
    // By how many of the first candidates: how many of them meet the next class as well.
    const before = [0];
    if (isPlain) {
      for (let i = 0; i < waiting.length; i++) if (this.satisfies(next, waiting[i]!)) nextAmong++;
      for (let i = 0; i < candidates.length && i < most; i++) {
        before.push(before[i]! + (this.satisfies(next, candidates[i]!) ? 1 : 0));
      }
    }
    for (let count = Math.min(most, candidates.length); count > 0; count--) {
      if (count < candidates.length && this.areTied(candidates[count - 1]!, candidates[count]!)) continue;
      const given = isPlain
        ? nextAmong - before[count]!
        : this.give(next, takeFirst(waiting, candidates, count).waiting).placed.length;
      if (isWithin(count, given)) return count;
    }
    return 0;
  }

  private readonly areTied = (a: number, b: number): boolean => this.walk.tieOf(a) === this.walk.tieOf(b);
}

/** floor(p·R/100). */
export const shareOf = (percent: Rational, ranked: number): number =>
  Number((percent.n * BigInt(ranked)) / (percent.d * 100n));

const NOBODY: Walk = { seats: [], clusterOf: () => 0, unitOf: () => 0, tieOf: () => 0 };

/** Whether 100·count ≤ p·of, for numbers up to `most`; in doubles where they hold that. */
function withinShare({ n, d }: PlanShare['percent'], most: number): (count: number, of: number) => boolean {
  const left = 100n * d;
  if ((left > n ? left : n) * BigInt(most) < BigInt(SAFE)) {
    const [times, per] = [Number(left), Number(n)];
    return (count, of) => count * times <= of * per;
  }
  return (count, of) => BigInt(count) * left <= BigInt(of) * n;
}

/** In one cluster the walk is its ranking, and a seat is the unit itself. */
class OneWalk implements Walk {
  readonly seats: number[] = [];

  constructor(private readonly cluster: RankedCluster) {}

  /** The ranking as it is now. */
  renew(): this {
    const { order, ranked } = this.cluster;
    this.seats.length = ranked;
    for (let i = 0; i < ranked; i++) this.seats[i] = order[i]!;
    return this;
  }

  clusterOf(): number {
    return 0;
  }

  unitOf(seat: number): number {
    return seat;
  }

  tieOf(seat: number): number {
    return this.cluster.ranks[seat]!;
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
    seats: walk.map((_, seat) => seat),
    clusterOf: (seat) => indexOf.get(walk[seat]!.cluster)!,
    unitOf: (seat) => walk[seat]!.unit,
    tieOf: (seat) => ties[seat]!,
  };
}

function split(seats: readonly number[], isPlaced: (seat: number) => boolean): Given {
  const placed: number[] = [];
  const waiting: number[] = [];
  for (const seat of seats) (isPlaced(seat) ? placed : waiting).push(seat);
  return { placed, waiting };
}

/** The first so many candidates placed; the others wait on. */
function takeFirst(waiting: readonly number[], candidates: readonly number[], count: number): Given {
  let next = 0;
  // Candidates stand among the waiting in the same order.
  return split(waiting, (seat) => {
    const isPlaced = next < count && seat === candidates[next];
    if (isPlaced) next++;
    return isPlaced;
  });
}
