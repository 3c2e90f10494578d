import type { Rational } from '../number/rational.js';
import type { PlanClass, PlanShare } from '../plan/plan.js';
import type { RankedCluster } from './ranked-cluster.js';
import { classTest } from './class-conditions.js';
import { split, takeFirst, walkOf, type Given, type Walk } from './class-walk.js';
import { fillPlaces } from './fill-places.js';

/** How a class was given: what its share is counted from, and where it closed. */
export interface ClassFill {
  /** Units that have it. */
  placed: number;
  /** The ranked units, and those that have the next class. */
  ranked: number;
  next: number;
  /** The first tie group that meets it and got no place, by code. */
  edge: string[];
  /** Of a share of the next class: how many would have both if that tie group had it too. */
  further: { placed: number; next: number } | null;
}

/** More than what doubles lose in a rate of a campaign's units. */
const SLACK = 1e-6;

/**
 * Gives classes to the ranked units of one cluster, or of several whose classes hang together, the best first, a tie
 * group at a time (spec, "Classes"). `leads` is the best class that what a unit leads leaves it, by index.
 */
export class ClassPool {
  /** By cluster, then class: for whom its conditions hold. */
  private readonly tests: readonly (readonly ((unit: number) => boolean)[])[];
  /** By class, in a pool of one cluster's own classes: 1 for each unit that may have it. */
  private readonly met: readonly Uint8Array[] | undefined;
  /** As the units stood when classes were last given. */
  private walk!: Walk;
  /** Every seat of the walk. */
  private seats: readonly number[] = [];
  /** By class: its share as numbers; undefined for one that has none. */
  private readonly measures: readonly (ShareMeasure | undefined)[];
  /** By class: who went without a better one. */
  private readonly waited: (readonly number[])[] = [];
  /** How many get a class when so many of the best have a better one, by both, where that is asked again and again. */
  private readonly known = new Map<string, number>();

  /** By class, where it was asked for: see `countLast`; and in which turn of giving it was. */
  private readonly counted: (Int32Array | undefined)[] = [];
  private readonly countedIn: number[] = [];
  /** How often classes were given. */
  private turn = 0;

  constructor(
    private readonly rules: readonly PlanClass[],
    private readonly clusters: readonly RankedCluster[],
    private readonly leads?: (cluster: RankedCluster, unit: number) => number,
  ) {
    const isOwn = clusters.length === 1 && leads === undefined;
    this.met = isOwn ? rules.map(() => new Uint8Array(clusters[0]!.figures.size)) : undefined;
    this.measures = rules.map(({ share }) => share && measureOf(share.percent));
    this.tests = clusters.map(({ figures, classesMet }) => rules.map((rule) => classTest(rule, figures, classesMet)));
  }

  /** Writes every unit's class, as the clusters are ranked now, into its cluster's `classes`. */
  assign(): void {
    if (this.met !== undefined) this.judge(this.met, 0, this.clusters[0]!.figures.size);
    this.giveAll();
  }

  /**
   * The same in a pool of one cluster's own classes, after the figures of its units from `from` up to `to` changed;
   * `isReordered` says whether any rank did. Most changes leave everybody the class there was.
   */
  follow(from: number, to: number, isReordered: boolean): void {
    const isOther = this.met === undefined || this.judge(this.met, from, to);
    if (isOther || isReordered || this.turn === 0) this.giveAll();
  }

  /** Finds out which classes those units of the one cluster may have; true when they are others than before. */
  private judge(met: readonly Uint8Array[], from: number, to: number): boolean {
    const { ceilings } = this.clusters[0]!;
    const tests = this.tests[0]!;
    let moved = false;
    for (let index = 0; index < tests.length; index++) {
      const own = met[index]!;
      for (let unit = from; unit < to; unit++) {
        const is = index >= ceilings[unit]! && tests[index]!(unit) ? 1 : 0;
        if (own[unit] !== is) moved = true;
        own[unit] = is;
      }
    }
    return moved;
  }

  private giveAll(): void {
    const { clusters } = this;
    for (const { classes } of clusters) classes.fill(-1);
    this.walk = walkOf(clusters);
    if (this.known.size > 0) this.known.clear();
    this.turn++;
    if (this.seats.length !== this.walk.size) this.seats = Array.from({ length: this.walk.size }, (_, seat) => seat);
    let waiting = this.seats;
    for (let index = 0; index < this.rules.length; index++) {
      this.waited[index] = waiting;
      const given = this.give(index, waiting);
      for (let i = 0; i < given.placed.length; i++) this.write(given.placed[i]!, index);
      waiting = given.waiting;
    }
  }

  private write(seat: number, index: number): void {
    this.clusters[this.walk.clusterOf(seat)]!.classes[this.walk.unitOf(seat)] = index;
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
    const edge = left.filter((seat) => this.areTied(first!, seat));
    const placed = candidates.length - left.length;
    return {
      placed,
      ranked: counted.reduce((sum, { ranked }) => sum + ranked, 0),
      next: counted.reduce((sum, { classes }) => sum + classes.filter((given) => given === index + 1).length, 0),
      edge: edge.map(code),
      further:
        share?.of === 'next' && edge.length > 0
          ? this.placedWith(index, waiting, candidates, placed + edge.length)
          : null,
    };
  }

  /** How many have the next class once the first so many candidates have this one. */
  private placedWith(
    index: number,
    waiting: readonly number[],
    candidates: readonly number[],
    placed: number,
  ): { placed: number; next: number } {
    return { placed, next: this.give(index + 1, takeFirst(waiting, candidates, placed).waiting).placed.length };
  }

  private satisfies(index: number, seat: number): boolean {
    if (this.met !== undefined) return this.met[index]![this.walk.unitOf(seat)] === 1;
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
    const own = this.clusters.map((): number[] => []);
    for (const seat of waiting) own[this.walk.clusterOf(seat)]!.push(seat);
    const placed = new Set(own.flatMap((seats) => [...this.place(index, share, seats).placed]));
    return split(waiting, (seat) => placed.has(seat));
  }

  /** The same for seats of one scope of the share. */
  private place(index: number, share: PlanShare | undefined, waiting: readonly number[]): Given {
    const given = split(waiting, (seat) => this.satisfies(index, seat));
    const candidates = given.placed;
    if (share === undefined) return given;
    const count =
      share.of === 'next'
        ? this.placesOfNext(index, candidates, waiting)
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
   * the next class once those e are placed. Ties let a larger e do where a smaller one does not, so that it is looked
   * for from above.
   */
  private placesOfNext(index: number, candidates: readonly number[], waiting: readonly number[]): number {
    const next = index + 1;
    const isPlain = this.rules[next]!.share === undefined;
    const nextAmong = this.countOf(next, waiting);
    const share = this.measures[index]!;
    const limit = isPlain ? share.mostBeside(waiting.length) : this.mostOf(index, waiting);
    const most = Math.min(limit, candidates.length);
    // How many of the first so many candidates meet the next class as well.
    const before = [0];
    for (let i = 0; i < most; i++) before.push(before[i]! + (this.satisfies(next, candidates[i]!) ? 1 : 0));
    const isEnough = share.isWithin;
    for (let count = most; count > 0; count--) {
      if (count < candidates.length && this.areTied(candidates[count - 1]!, candidates[count]!)) continue;
      if (!isEnough(count, nextAmong - before[count]!)) continue;
      if (isPlain || isEnough(count, this.placedOf(next, takeFirst(waiting, candidates, count).waiting))) return count;
    }
    return 0;
  }

  /**
   * No more than this can have a class that is a share of the next, and so on: each share limits it by how many meet
   * the class below, and, as all of them together are no more than those who wait, by a rate of these.
   */
  private mostOf(index: number, waiting: readonly number[]): number {
    let last = index;
    while (this.rules[last]!.share?.of === 'next') last++;
    let rate = 1;
    let most = this.countOf(last, waiting);
    for (let at = last - 1; at >= index; at--) {
      const { percent } = this.rules[at]!.share!;
      const times = Number(percent.n) / Number(percent.d) / 100;
      rate = (times * rate) / (1 + times * rate);
      most = Math.min(this.countOf(at, waiting), Math.floor(times * most + SLACK));
    }
    return Math.min(most, Math.floor(rate * waiting.length + SLACK));
  }

  private countOf(index: number, seats: readonly number[]): number {
    if (this.areLast(seats)) return this.countLast(index)[this.walk.size - seats.length]!;
    let count = 0;
    for (const seat of seats) if (this.satisfies(index, seat)) count++;
    return count;
  }

  /** Those who wait are most often all but the best so many, and then their number says who they are. */
  private areLast(seats: readonly number[]): boolean {
    return seats.length === this.walk.size - (seats[0] ?? this.walk.size);
  }

  /** By seat: how many from there on meet a class. In a list of shares that hang together this is asked for all of them by each. */
  private countLast(index: number): Int32Array {
    const { size } = this.walk;
    let counts = this.counted[index];
    if (counts?.length !== size + 1) this.counted[index] = counts = new Int32Array(size + 1);
    else if (this.countedIn[index] === this.turn) return counts;
    this.countedIn[index] = this.turn;
    for (let seat = size - 1; seat >= 0; seat--) {
      counts[seat] = counts[seat + 1]! + (this.satisfies(index, seat) ? 1 : 0);
    }
    return counts;
  }

  private placedOf(index: number, waiting: readonly number[]): number {
    const isKnown = this.areLast(waiting);
    const key = `${index} ${waiting.length}`;
    const known = isKnown ? this.known.get(key) : undefined;
    if (known !== undefined) return known;
    const { length } = this.give(index, waiting).placed;
    if (isKnown) this.known.set(key, length);
    return length;
  }

  private readonly areTied = (a: number, b: number): boolean => this.walk.tieOf(a) === this.walk.tieOf(b);
}

/** floor(p·R/100). */
export const shareOf = (percent: Rational, ranked: number): number =>
  Number((percent.n * BigInt(ranked)) / (percent.d * 100n));

/** What is asked of a share p of the next class. */
interface ShareMeasure {
  /** Whether 100·count ≤ p·of. */
  isWithin(count: number, of: number): boolean;
  /** The most e with 100·e ≤ p·g where e and g together are no more than `all`. */
  mostBeside(all: number): number;
}

/** Below this, times as many units as there can be, doubles hold every product. */
const SHORT = 2n ** 22n;

function measureOf({ n, d }: Rational): ShareMeasure {
  const hundred = 100n * d;
  if (hundred < SHORT && n < SHORT) {
    const [times, per] = [Number(hundred), Number(n)];
    return {
      isWithin: (count, of) => count * times <= of * per,
      mostBeside: (all) => Math.floor((per * all) / (times + per)),
    };
  }
  return {
    isWithin: (count, of) => BigInt(count) * hundred <= BigInt(of) * n,
    mostBeside: (all) => Number((n * BigInt(all)) / (hundred + n)),
  };
}
