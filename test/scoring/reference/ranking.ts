import { byCodePoint, type Model } from './model.js';
import { compare, ZERO, type Rational } from './rational.js';
import type { Standing } from './standing.js';

/** Below 0 where a stands before b, 0 where they tie. */
export function compareStandings(keys: string[], a: Standing, b: Standing): number {
  for (const key of keys) {
    const difference = key === 'class' ? classOrder(a) - classOrder(b) : compare(worthOf(key, b), worthOf(key, a));
    if (difference !== 0) return key === 'penalty' ? -difference : difference;
  }
  return 0;
}

const classOrder = (standing: Standing): number => standing.class ?? Number.MAX_SAFE_INTEGER;

function worthOf(key: string, { figures }: Standing): Rational {
  if (key === 'total' || key === 'base' || key === 'bonus' || key === 'penalty') return figures[key];
  const at = key.indexOf(':');
  const of = { part: figures.parts, group: figures.groups, criterion: figures.worth }[key.slice(0, at)];
  return of?.get(key.slice(at + 1)) ?? ZERO;
}

/** The standings in order, those that tie together. */
export function tieGroups(standings: Standing[], keys: string[]): Standing[][] {
  const groups: Standing[][] = [];
  for (const one of standings.toSorted(
    (a, b) => compareStandings(keys, a, b) || byCodePoint(a.unit.code, b.unit.code),
  )) {
    const last = groups.at(-1);
    if (last && compareStandings(keys, last[0]!, one) === 0) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Gives the ranks of a cluster. Answers the standings as they are listed. */
export function rank(standings: Standing[], keys: string[]): Standing[] {
  const listed: Standing[] = [];
  for (const group of tieGroups(
    standings.filter((one) => one.ranked),
    keys,
  )) {
    const place = listed.length + 1;
    for (const one of group) Object.assign(one, { rank: place, tied: group.length > 1 });
    listed.push(...group);
  }
  const others = standings.filter((one) => !one.ranked).toSorted((a, b) => byCodePoint(a.unit.code, b.unit.code));
  return [...listed, ...others];
}

export const hasRank = (unit: { competes?: boolean }, complete: boolean, model: Model): boolean =>
  unit.competes !== false && (complete || model.file.ranking?.missing !== 'unranked');
