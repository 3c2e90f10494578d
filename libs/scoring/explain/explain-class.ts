import { exactText } from '../number/exact-text.js';
import { rationalOfFixed } from '../number/fixed.js';
import { compare, type Rational } from '../number/rational.js';
import type { LiveStanding } from '../live/live-standing.js';
import type { Plan, PlanClass, PlanUnit } from '../plan/plan.js';
import { shareOf } from '../standings/class-pool.js';
import type { Standing } from '../standings/standing.js';
import type { CeilingAccount, ClassAccount, ClassOutcome, Condition, FactAccount } from './place-accounts.js';
import { tellCondition } from './told-condition.js';

/** What became of a unit at each class, the best first (spec, "Classes"). */
export function explainClasses(
  live: LiveStanding,
  known: PlanUnit,
  own: Standing,
  facts: readonly FactAccount[],
): ClassAccount[] {
  const { plan } = live;
  const { standing, index: unit } = live.seat(known.code);
  const ceilings = ceilingsOf(live, known, facts);
  const given = plan.classes.findIndex(({ code }) => code === own.class);
  return plan.classes.map((rule, index): ClassAccount => {
    const column = standing.conditions.ofClass(index);
    const isAsked = own.rank !== null || !known.competes;
    const when =
      column === undefined || !isAsked ? null : tellCondition(column, unit, standing.figures.digits, !known.competes);
    const conditions = conditionsOf(rule, own);
    const forbidding = ceilings
      .filter(({ atMost }) => atMost === null || index < plan.classes.findIndex(({ code }) => code === atMost))
      .map(({ by, code, atMost }) => ({ by, code, atMost }));
    const isMet = conditions.every(({ met }) => met) && when?.holds !== false;
    return {
      code: rule.code,
      name: rule.name,
      outcome: outcomeOf(own, index, given, isMet, forbidding.length > 0),
      conditions,
      when,
      ceilings: forbidding,
      ...placesOf(live, rule, known),
    };
  });
}

function outcomeOf(own: Standing, index: number, given: number, isMet: boolean, isForbidden: boolean): ClassOutcome {
  if (own.rank === null) return 'unranked';
  if (index === given) return 'given';
  if (given >= 0 && index > given) return 'better';
  if (!isMet) return 'conditions';
  return isForbidden ? 'ceiling' : 'places';
}

/** Facts in force and the collective that is led, each with the best class it allows. */
function ceilingsOf(live: LiveStanding, { headOf }: PlanUnit, facts: readonly FactAccount[]): CeilingAccount[] {
  const ceilings = facts.flatMap(({ code, inForce, classAtMost }): CeilingAccount[] =>
    inForce && classAtMost !== null ? [{ by: 'fact', code, atMost: classAtMost }] : [],
  );
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
  return {
    places: isNext ? placed : shareOf(share.percent, ranked),
    taken: placed,
    share: {
      percent: exactText(share.percent),
      of: isNext ? `class:${nextOf(live.plan, index)}` : 'ranked',
      scope: share.scope,
      counted: isNext ? next : ranked,
      exact: isNext ? null : exactText(portionOf(share.percent, ranked)),
    },
    edge,
    further: further && { taken: further.placed, counted: further.next },
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
    ...minParts.map(({ part, points }) => atLeast(`minParts.${part}`, points, own.parts[part] ?? '0')),
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
