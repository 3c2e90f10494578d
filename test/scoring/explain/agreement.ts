import { expect } from '@jest/globals';
import type {
  Competition,
  CriterionAccount,
  Explanation,
  ResultDocument,
  Standing,
  SumAccount,
  TotalAccount,
} from '@thidua/scoring';
import { explain, openStanding } from '@thidua/scoring';

/** A decimal in millionths. */
export function millionths(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
}

/** What was met on the way: a law that never met a case says nothing of it. */
export type Seen = Set<string>;

/**
 * Follows every account of a competition as a reader would, from the points of the criteria to the rewards, and compares
 * what comes out with the result.
 */
export function expectAgreement(competition: Competition, seen: Seen): void {
  const live = openStanding(competition);
  const result = live.result('sha256:-');
  for (const { code, standings, rounds } of result.clusters) {
    for (const own of standings) {
      const account = explain(live, own.unit);
      expect(account.rank).toMatchObject({ cluster: code, rank: own.rank, missing: own.missing });
      if (account.total === null) {
        for (const round of account.rounds!.list) {
          const ranked = rounds!.find((each) => each.code === round.code)!.standings;
          const alone = ranked.find(({ unit }) => unit === own.unit)!;
          followPoints(round.criteria, round.total, alone, seen);
          expect(round.rank).toBe(alone.rank);
          seen.add(`round ${round.state}`);
        }
        followRounds(account, own, seen);
      } else followPoints(account.criteria, account.total, own, seen);
      followPlaces(account, own, result, seen);
    }
  }
}

/** From the criteria up to the total. */
function followPoints(
  criteria: readonly CriterionAccount[],
  total: TotalAccount,
  own: Omit<Standing, 'class'>,
  seen: Seen,
): void {
  for (const { code, stage, points, exact, rounding, notAssigned, entries, best } of criteria) {
    const counted = Object.hasOwn(own.criteria, code) ? own.criteria[code] : undefined;
    expect(stage === null ? undefined : { points, stage }).toEqual(counted);
    expect(exact === null).toBe(stage === null);
    if (exact !== null) expectNear(exact, points, rounding.digits);
    else if (notAssigned === null) expect(millionths(points)).toBe(0n);
    if (notAssigned !== null) seen.add(`notAssigned ${notAssigned.by} ${notAssigned.mode}`);
    if (best !== null) seen.add(`best ${best.of}`);
    for (const { status } of entries) seen.add(`entry ${status}`);
  }
  const section = (sum: SumAccount): bigint => {
    const added =
      sum.items.reduce((all, { sign, points }) => all + (sign === 'minus' ? -1n : 1n) * millionths(points), 0n) +
      sum.groups.reduce((all, group) => all + section(group), 0n);
    expect(millionths(sum.sum)).toBe(added);
    const raised = sum.min !== null && added < millionths(sum.min);
    const cut = sum.max !== null && added > millionths(sum.max);
    expect(sum).toMatchObject({ raised, cut });
    let worth = raised ? millionths(sum.min!) : cut ? millionths(sum.max!) : added;
    if (sum.rescale !== null) {
      expect(millionths(sum.rescale.before)).toBe(worth);
      worth = millionths(sum.rescale.after);
      seen.add('part scaled up');
    }
    if (sum.when?.holds === false) worth = 0n;
    if (sum.when !== null) seen.add(`when ${sum.when.holds}`);
    if (raised) seen.add('raised');
    if (cut) seen.add('cut');
    if (sum.groups.length > 0) seen.add('groups');
    expect(millionths(sum.points)).toBe(worth);
    return worth;
  };
  let base = total.parts.reduce((all, part) => all + section(part), 0n);
  if (total.rescale !== null) {
    expect(millionths(total.rescale.before)).toBe(base);
    base = millionths(total.rescale.after);
    seen.add('base scaled up');
  }
  expect(millionths(total.base)).toBe(base);
  const all = base + section(total.bonus) - section(total.penalty);
  expect(millionths(total.sum)).toBe(all);
  expect(millionths(total.total)).toBe(total.bound === null ? all : millionths(total[total.bound]!));
  expect(total).toMatchObject({ total: own.total, attainable: own.attainable, base: own.base });
}

/** What an exact value became is less than a last digit away from it. */
function expectNear(exact: string, points: string, digits: number): void {
  const [top = '', bottom = '1'] = exact.split('/');
  const value = Number(top) / Number(bottom);
  expect(Math.abs(value - Number(points))).toBeLessThan(1.000_001 * 10 ** -digits);
}

/** From the rounds to the whole. */
function followRounds({ rounds }: Explanation, own: Standing, seen: Seen): void {
  const { how, list, figures } = rounds!;
  const counting = list.filter(({ state }) => state === 'counts').map(({ code }) => code);
  for (const { figure, terms, sum, divisor, exact, value } of figures) {
    expect(terms.map(({ round }) => round)).toEqual(counting);
    const added = terms.reduce((all, term) => all + Number(term.weight) * Number(term.value), 0);
    expect(Number(sum)).toBeCloseTo(added, 6);
    const isDivided = how === 'mean' || how === 'weighted';
    expect(divisor !== null).toBe(isDivided && terms.some(({ weight }) => Number(weight) > 0));
    expectNear(exact, value, value.split('.')[1]?.length ?? 0);
    if (divisor !== null) expectNear(String(added / Number(divisor)), value, value.split('.')[1]?.length ?? 0);
    if (figure === 'total') expect(value).toBe(own.total);
    const [field = '', code] = figure.split(':');
    if (field === 'part') expect(value).toBe(own.parts[code!]);
    if (field === 'group') expect(value).toBe(own.groups[code!]);
    if (field === 'criterion' && own.criteria[code!] !== undefined) expect(value).toBe(own.criteria[code!]!.points);
  }
  seen.add(`rounds ${how}`);
}

/** Facts, classes and rewards. */
function followPlaces(account: Explanation, own: Standing, result: ResultDocument, seen: Seen): void {
  const inForce = account.facts.filter((fact) => fact.inForce);
  expect(inForce.map(({ code }) => code).toSorted()).toEqual([...own.facts].toSorted());
  for (const { when, rows, inForce: isIn } of account.facts) {
    expect(isIn).toBe(when === null ? rows.length > 0 : when.holds);
    seen.add(`fact ${when === null ? 'listed' : 'derived'} ${isIn}`);
  }
  for (const neighbour of [account.rank.above, account.rank.below]) {
    if (neighbour !== null) expect(neighbour.own).not.toBe(neighbour.other);
  }
  for (const { code, outcome, conditions, when, ceilings, places, taken, share, edge } of account.classes) {
    const met = conditions.every((condition) => condition.met) && when?.holds !== false;
    seen.add(`class ${outcome}`);
    expect(outcome === 'given').toBe(code === own.class);
    if (outcome === 'given') expect({ met, ceilings }).toEqual({ met: true, ceilings: [] });
    if (outcome === 'conditions') expect(met).toBe(false);
    if (outcome === 'ceiling') expect({ met, some: ceilings.length > 0 }).toEqual({ met: true, some: true });
    if (outcome === 'places')
      expect({ met, some: share !== null && edge.length > 0 }).toEqual({ met: true, some: true });
    if (places !== null) expect(taken).toBeLessThanOrEqual(places);
    if (share === null) continue;
    seen.add(`share of ${share.of.split(':')[0]} in the ${share.scope}`);
    const percent = Number(share.percent);
    if (share.of === 'ranked') expect(places).toBe(Math.floor((percent * share.counted) / 100 + 1e-9));
    else expect(100 * taken).toBeLessThanOrEqual(percent * share.counted);
  }
  for (const reward of account.rewards) {
    const { outcome, conditions, when, quota, quotaOf, barredBy, holds, open, tieAtEdge } = reward;
    const row = result.rewards.find(({ code, cluster }) => code === reward.code && cluster === reward.cluster)!;
    const met = conditions.every((condition) => condition.met) && when?.holds !== false;
    expect(met).toBe(outcome !== 'conditions');
    expect(quota).toBe(row.quota);
    if (outcome === 'barred') expect(barredBy).not.toEqual([]);
    if (outcome === 'held') expect(holds).not.toEqual([]);
    if (outcome === 'places') expect(open === 0 || tieAtEdge.length > 0).toBe(true);
    seen.add(`reward ${outcome}`);
    if (quotaOf === null) continue;
    seen.add(`quota of ${quotaOf.of.split(':')[0]}`);
    const exact = (Number(quotaOf.percent) * quotaOf.counted) / 100;
    expect(Math.abs(quota - exact)).toBeLessThan(1);
  }
}
