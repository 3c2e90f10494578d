import { compare, HUNDRED, isPositive, type Rational } from '../number/rational.js';
import type { ClassRule } from '../plan/competition.js';
import type { Plan, PlanClass } from '../plan/plan.js';
import { shareOf } from '../standings/class-pool.js';
import { at, formatPath, ROOT } from '../text/path.js';
import { compareEnds } from './interval.js';
import type { Judge, Profile } from './judge.js';
import type { Warnings } from './warning.js';

/** Warns of classes that no unit can get; gives the codes of the others. */
export function warnOfClasses(judge: Judge, rules: readonly ClassRule[], warnings: Warnings): Set<string> {
  const { plan } = judge;
  const profiles = judge.profilesOf(judge.competing);
  if (profiles.length === 0) return new Set(plan.classes.map(({ code }) => code));
  const met = plan.classes.map((rule) => profiles.filter((each) => canMeet(judge, rule, each)));
  const possible = new Set<string>();
  const sizes = plan.clusters.map(({ units }) => units.filter((code) => plan.units.get(code)!.competes).length);
  // Whom the class of what they lead keeps from a better class may have a later one.
  const hasHeads = [...plan.units.values()].some(({ headOf }) => headOf !== null);
  plan.classes.forEach((rule, index) => {
    const path = at(at(ROOT, 'classes'), index);
    const place = formatPath(path);
    const shadow = hasHeads
      ? undefined
      : plan.classes.slice(0, index).find((earlier) => takesAllOf(plan, earlier, rule));
    if (rule.share?.percent.n === 0n) {
      warnings.add('class.unreachable', place, 'the class has no places', { reason: 'places' });
    } else if (met[index]!.length === 0) {
      // Where a condition by itself holds for nobody, that was told.
      const isTold = rule.when !== undefined && !holdsForSome(judge, rule);
      if (isTold) return;
      warnings.add('class.unreachable', place, 'no unit can meet the conditions of the class', {
        reason: 'conditions',
      });
    } else if (shadow !== undefined) {
      warnings.add('class.shadowed', place, `every unit that meets it has class ${shadow.code} already`, {
        by: shadow.code,
        name: shadow.name,
      });
    } else if (hasNoPlaces(sizes, rule, met[index + 1])) {
      const message = 'the share is too small for a place, however many units are ranked';
      const key = rules[index]!.maxShare === undefined ? 'maxPercent' : 'maxShare';
      warnings.add('class.share.none', formatPath(at(path, key)), message, { of: rule.share!.of });
    } else possible.add(rule.code);
  });
  return possible;
}

const holdsForSome = (judge: Judge, { when }: PlanClass): boolean =>
  judge.profilesOf(judge.competing).some((profile) => judge.verdict(when!, profile).mayHold);

/** Whether a unit can meet a class's conditions, each of them by itself. */
function canMeet(judge: Judge, { minTotal, maxPenalty, minParts, when }: PlanClass, profile: Profile): boolean {
  const { bounds } = profile;
  if (minTotal !== undefined && compare(bounds.most('total'), minTotal) < 0) return false;
  if (maxPenalty !== undefined && compareEnds(bounds.figure('penalty', '').low, maxPenalty) > 0) return false;
  if (minParts.some(({ part, points }) => compare(bounds.most('part', part), points) < 0)) return false;
  return when === undefined || judge.verdict(when, profile).mayHold;
}

/** Whether a share gives no place, with clusters of such sizes, however many of those who compete are ranked, and of whatever class. */
function hasNoPlaces(sizes: readonly number[], { share }: PlanClass, nextMet: readonly Profile[] | undefined): boolean {
  if (share === undefined) return false;
  const { percent, of, scope } = share;
  const most = scope === 'cluster' ? Math.max(0, ...sizes) : sizes.reduce((sum, size) => sum + size, 0);
  if (of === 'ranked') return shareOf(percent, most) === 0;
  // A place for one takes so many of the next class that 100 ≤ p·g, besides that one.
  return nextMet!.length === 0 || compare(HUNDRED, { n: percent.n * BigInt(most - 1), d: percent.d }) > 0;
}

/** Whether `earlier` has a place for everybody and asks for nothing that `later` does not ask for as well. */
function takesAllOf(plan: Plan, earlier: PlanClass, later: PlanClass): boolean {
  if (earlier.when !== undefined) return false;
  // Whom something keeps from the earlier class may have the later one.
  if (plan.factKinds.some(({ classAtMost }) => (classAtMost ?? 0) > earlier.index)) return false;
  // A share of the next class leaves some out; one of all the ranked leaves nobody out.
  if (earlier.share !== undefined && (earlier.share.of === 'next' || compare(earlier.share.percent, HUNDRED) < 0)) {
    return false;
  }
  if (!isAtMost(earlier.minTotal, later.minTotal)) return false;
  if (earlier.maxPenalty !== undefined) {
    if (later.maxPenalty === undefined || compare(earlier.maxPenalty, later.maxPenalty) < 0) return false;
  }
  return earlier.minParts.every(
    ({ part, points }) =>
      (!isPositive(points) && !mayBeNegative(plan, part)) ||
      isAtMost(points, later.minParts.find((own) => own.part === part)?.points),
  );
}

const mayBeNegative = ({ scales }: Plan, part: string): boolean =>
  [...scales.values()].some(({ sectionOf }) => sectionOf.get(part)?.min === null);

const isAtMost = (a: Rational | undefined, b: Rational | undefined): boolean =>
  a === undefined || (b !== undefined && compare(a, b) <= 0);
