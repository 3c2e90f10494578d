import { exactText } from '../number/exact-text.js';
import { rationalOfFixed } from '../number/fixed.js';
import { compare, type Rational } from '../number/rational.js';
import type { LiveStanding } from '../live/live-standing.js';
import type { Plan, PlanClass, PlanUnit } from '../plan/plan.js';
import { shareOf } from '../standings/class-pool.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import type { Standing } from '../standings/standing.js';
import { walkTogether } from '../standings/walk-together.js';
import { kindOf, rankedOf } from './counted-kind.js';
import { explainFacts } from './explain-facts.js';
import type { CeilingAccount, ClassAccount, ClassOutcome, Condition, FactAccount } from './place-accounts.js';
import { tellCondition } from './told-condition.js';

/** What became of a unit at each class, the best first (spec, "Classes"). */
export function explainClasses(live: LiveStanding, unit: Seated): ClassAccount[] {
  const { known, own } = unit;
  const { plan } = live;
  const ceilings = ceilingsOf(live, unit);
  return plan.classes.map((rule): ClassAccount => {
    const { index } = rule;
    const asked = whenOf(live, unit, index);
    const conditions = conditionsOf(rule, own);
    const forbidding = forbiddingOf(live, ceilings, index);
    return {
      code: rule.code,
      name: rule.name,
      outcome: outcomeOf(plan, unit, rule, asked.when, forbidding.length > 0),
      conditions,
      ...asked,
      ceilings: forbidding,
      ...placesOf(live, rule, known),
    };
  });
}

/** A unit, its standing and the facts it has. */
export interface Seated {
  known: PlanUnit;
  own: Standing;
  facts: readonly FactAccount[];
}

/** The condition of a class, or why the unit was not asked. */
function whenOf(live: LiveStanding, { known, own }: Seated, index: number): Pick<ClassAccount, 'when' | 'whenUnasked'> {
  const { standing, index: unit } = live.seat(known.code);
  const column = standing.conditions.ofClass(index);
  if (column === undefined) return { when: null, whenUnasked: null };
  if (own.rank === null && known.competes) return { when: null, whenUnasked: 'unranked' };
  return { when: tellCondition(column, unit, standing.figures.digits, !known.competes), whenUnasked: null };
}

function outcomeOf(
  { classes }: Plan,
  { own }: Seated,
  rule: PlanClass,
  when: ClassAccount['when'],
  isForbidden: boolean,
): ClassOutcome {
  const { index } = rule;
  const given = classes.findIndex(({ code }) => code === own.class);
  if (own.rank === null) return 'unranked';
  if (given >= 0 && index >= given) return index === given ? 'given' : 'better';
  if (when?.holds === false || !conditionsOf(rule, own).every(({ met }) => met)) return 'conditions';
  return isForbidden ? 'ceiling' : 'places';
}

/** Those of the ceilings that forbid a class. */
const forbiddingOf = ({ plan }: LiveStanding, ceilings: readonly CeilingAccount[], index: number): CeilingAccount[] =>
  ceilings.filter(({ atMost }) => atMost === null || index < plan.classes.findIndex(({ code }) => code === atMost));

/** Who found no place of a class and waits for one, the first so many in walking order. */
function waitingFor(live: LiveStanding, rule: PlanClass, clusters: readonly RankedCluster[], count: number): string[] {
  const { plan } = live;
  const walk = walkTogether(
    clusters.map((cluster) => ({ cluster, candidates: [...cluster.order.subarray(0, cluster.ranked)] })),
  );
  const found: string[] = [];
  for (const { code, cluster, unit: at } of walk) {
    if (found.length >= count) break;
    const given = cluster.classes[at]!;
    if (given >= 0 && given <= rule.index) continue;
    const { standing, index } = live.seat(code);
    const known = plan.units.get(code)!;
    const own = live.ranking(known.cluster).standings.find(({ unit }) => unit === code)!;
    const unit = { known, own, facts: explainFacts(plan, standing, index) };
    const isForbidden = forbiddingOf(live, ceilingsOf(live, unit), rule.index).length > 0;
    if (outcomeOf(plan, unit, rule, whenOf(live, unit, rule.index).when, isForbidden) === 'places') found.push(code);
  }
  return found;
}

/** Facts in force and the collective that is led, each with the best class it allows. */
function ceilingsOf(live: LiveStanding, { known: { headOf }, facts }: Seated): CeilingAccount[] {
  const ceilings = facts
    .filter(({ inForce, classAtMost }) => inForce && classAtMost !== null)
    .map(({ code, classAtMost }): CeilingAccount => ({ by: 'fact', code, atMost: classAtMost }));
  if (headOf === null) return ceilings;
  const { standing, index } = live.seat(headOf);
  const led = live.plan.classes[standing.ranking().classes[index]!]?.code ?? null;
  return [...ceilings, { by: 'headOf', code: headOf, atMost: led }];
}

/** The places of a class where the unit is counted, what they are a share of, and how far they went. */
function placesOf(
  live: LiveStanding,
  { index, share }: PlanClass,
  { code }: PlanUnit,
): Pick<ClassAccount, 'places' | 'taken' | 'share' | 'edge' | 'further'> {
  const { standing, pool } = live.seat(code);
  const cluster = standing.ranking();
  if (pool === undefined) {
    const taken = cluster.classes.filter((given) => given === index).length;
    return { places: null, taken, share: null, edge: [], further: null };
  }
  const { placed, ranked, next, edge, further } = pool.fill(index, cluster);
  if (share === undefined) return { places: null, taken: placed, share: null, edge: [], further: null };
  const isNext = share.of === 'next';
  const clusters = share.scope === 'campaign' ? live.ranked() : [cluster];
  // Of those at the edge some have the next class now, and would leave it.
  const isNextOf = (unit: string): boolean => {
    const { classes, members } = live.seat(unit).standing.ranking();
    return classes[members.codes.indexOf(unit)] === index + 1;
  };
  const moving = further === null ? 0 : further.next - (next - edge.filter(isNextOf).length);
  return {
    places: isNext ? placed : shareOf(share.percent, ranked),
    taken: placed,
    share: {
      percent: exactText(share.percent),
      of: isNext ? `class:${nextOf(live.plan, index)}` : 'ranked',
      scope: share.scope,
      counted: isNext ? next : ranked,
      kind: kindOf(live.plan, clusters.flatMap(rankedOf)),
      exact: isNext ? null : exactText(portionOf(share.percent, ranked)),
      most: exactText(portionOf(share.percent, isNext ? next : ranked)),
    },
    edge,
    further: further && {
      taken: further.placed,
      counted: further.next,
      most: exactText(portionOf(share.percent, further.next)),
      movers: waitingFor(live, live.plan.classes[index + 1]!, clusters, moving),
    },
  };
}

/** So many per cent of a number. */
export const portionOf = (percent: Rational, of: number): Rational => ({
  n: percent.n * BigInt(of),
  d: percent.d * 100n,
});

const nextOf = ({ classes }: Plan, index: number): string => classes[index + 1]!.code;

function conditionsOf({ minTotal, maxPenalty, minParts }: PlanClass, own: Standing): Condition[] {
  return [
    ...(minTotal === undefined ? [] : [atLeast('minTotal', minTotal, own.total)]),
    ...(maxPenalty === undefined ? [] : [atMost('maxPenalty', maxPenalty, own.penalty)]),
    ...minParts.map(({ part, points }) => atLeast(`minParts.${part}`, points, own.parts[part]!)),
  ];
}

/** A minimum asked of a figure of the result. */
export const atLeast = (name: string, required: Rational, actual: string): Condition => ({
  name,
  required: exactText(required),
  actual,
  met: compare(rationalOfFixed(actual), required) >= 0,
});

const atMost = (name: string, required: Rational, actual: string): Condition => ({
  name,
  required: exactText(required),
  actual,
  met: compare(rationalOfFixed(actual), required) <= 0,
});
