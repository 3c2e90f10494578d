import { powerOfTen } from '../number/decimal.js';
import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import { compare, magnitude, subtract, type Rational } from '../number/rational.js';
import type { Plan } from '../plan/plan.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import type { ClusterRanking, Standing } from '../standings/standing.js';
import type { Neighbour, RankAccount } from './place-accounts.js';

/** Why a unit has its rank: its keys, who it is level with, and what parts it from the next on either side. */
export function explainRank(
  plan: Plan,
  cluster: RankedCluster,
  { code, standings }: ClusterRanking,
  own: Standing,
): RankAccount {
  const ranked = standings.filter(({ rank }) => rank !== null);
  const at = ranked.filter(({ rank }) => rank === own.rank);
  const above = ranked.filter(({ rank }) => own.rank !== null && rank! < own.rank).at(-1);
  const below = ranked.find(({ rank }) => own.rank !== null && rank! > own.rank);
  const seat: Seat = { cluster, unit: own.unit };
  const beside = (other: Standing | undefined): Neighbour | null =>
    other === undefined ? null : { rank: other.rank!, ...compareTo(plan, seat, { cluster, unit: other.unit }) };
  return {
    cluster: code,
    competes: plan.units.get(own.unit)!.competes,
    rank: own.rank,
    of: ranked.length,
    missing: own.missing,
    precedence: keysOf(plan, seat).map(({ key, text }) => ({ key, value: text })),
    tiedWith: own.rank === null ? [] : at.map(({ unit }) => unit).filter((unit) => unit !== own.unit),
    above: beside(above),
    below: beside(below),
  };
}

/** A unit in the order of its cluster. */
export interface Seat {
  cluster: RankedCluster;
  unit: string;
}

interface Key {
  key: string;
  text: string;
  value: Rational;
}

/** What a unit was ranked by, key by key. */
function keysOf(plan: Plan, { cluster, unit }: Seat): Key[] {
  const index = cluster.members.codes.indexOf(unit);
  return plan.ranking.precedence.map(({ name, field }, at): Key => {
    const { column, at: start, digits } = cluster.keys[at]!;
    const units = column[start + index]!;
    const value = { n: BigInt(units), d: powerOfTen(digits) };
    const text = field === 'class' ? (plan.classes[cluster.classes[index]!]?.code ?? '') : formatUnits(units, digits);
    return { key: name, text, value };
  });
}

/** The first key on which two units differ. The two are known to differ on one. */
export function compareTo(plan: Plan, own: Seat, other: Seat): Omit<Neighbour, 'rank'> {
  const mine = keysOf(plan, own);
  const theirs = keysOf(plan, other);
  const differs = mine.findIndex(({ value }, at) => compare(value, theirs[at]!.value) !== 0);
  const at = Math.max(0, differs);
  return {
    unit: other.unit,
    key: mine[at]!.key,
    own: mine[at]!.text,
    other: theirs[at]!.text,
    distance: exactText(magnitude(subtract(mine[at]!.value, theirs[at]!.value))),
  };
}
