import { powerOfTen } from '../number/decimal.js';
import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import { compare, magnitude, subtract, type Rational } from '../number/rational.js';
import type { Plan } from '../plan/plan.js';
import { isFigureKey, keyFigure, type KeyFigure } from '../standings/figures.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import type { RoundStanding } from '../standings/standing.js';
import type { UnitColumns } from '../standings/unit-columns.js';
import type { Neighbour, RankAccount } from './place-accounts.js';

/** What the units of a cluster were ranked by. */
export interface Order {
  codes: readonly string[];
  keys: readonly NamedKey[];
}

interface NamedKey extends KeyFigure {
  name: string;
  /** Of the key `class`: that of a unit, by index, empty for none. */
  classOf?: (unit: number) => string;
}

/** The order of the whole. */
export const orderOf = ({ ranking, classes }: Plan, cluster: RankedCluster): Order => ({
  codes: cluster.members.codes,
  keys: ranking.precedence.map(({ name, field }, at) => ({
    ...cluster.keys[at]!,
    name,
    ...(field === 'class' && { classOf: (unit: number) => classes[cluster.classes[unit]!]?.code ?? '' }),
  })),
});

/** The order of a round by itself, in which there are no classes. */
export const orderOfRound = ({ ranking }: Plan, columns: UnitColumns): Order => ({
  codes: columns.units.map(({ code }) => code),
  keys: ranking.precedence.filter(isFigureKey).map((key) => ({ ...keyFigure(columns, key), name: key.name })),
});

/** Why a unit has its rank: its keys, who it is level with, and what parts it from the next on either side. */
export function explainRank(
  plan: Plan,
  order: Order,
  { code, standings }: { code: string; standings: readonly RoundStanding[] },
  own: RoundStanding,
): RankAccount {
  const ranked = standings.filter(({ rank }) => rank !== null);
  const at = ranked.filter(({ rank }) => rank === own.rank);
  const above = ranked.filter(({ rank }) => own.rank !== null && rank! < own.rank).at(-1);
  const below = ranked.find(({ rank }) => own.rank !== null && rank! > own.rank);
  const seat: Seat = { order, unit: own.unit };
  const beside = (other: RoundStanding | undefined): Neighbour | null =>
    other === undefined ? null : { rank: other.rank!, ...compareTo(seat, { order, unit: other.unit }) };
  return {
    cluster: code,
    competes: plan.units.get(own.unit)!.competes,
    rank: own.rank,
    of: ranked.length,
    missing: own.missing,
    precedence: keysOf(seat).map(({ key, text }) => ({ key, value: text })),
    tiedWith: at.map(({ unit }) => unit).filter((unit) => unit !== own.unit),
    above: beside(above),
    below: beside(below),
  };
}

/** A unit in the order of its cluster. */
export interface Seat {
  order: Order;
  unit: string;
}

interface Key {
  key: string;
  text: string;
  value: Rational;
}

/** What a unit was ranked by, key by key. */
function keysOf({ order, unit }: Seat): Key[] {
  const index = order.codes.indexOf(unit);
  return order.keys.map(({ name, column, at, digits, classOf }): Key => {
    const units = column[at + index]!;
    const value = { n: BigInt(units), d: powerOfTen(digits) };
    return { key: name, text: classOf?.(index) ?? formatUnits(units, digits), value };
  });
}

/** The first key on which two units differ. The two are known to differ on one. */
export function compareTo(own: Seat, other: Seat): Omit<Neighbour, 'rank'> {
  const mine = keysOf(own);
  const theirs = keysOf(other);
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
