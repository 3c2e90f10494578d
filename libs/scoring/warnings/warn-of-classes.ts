import { at, formatPath, ROOT } from '../text/path.js';
import { powerOfTen } from '../number/decimal.js';
import { compare, HUNDRED, isNegative, isPositive, type Rational } from '../number/rational.js';
import type { Plan, PlanClass } from '../plan/plan.js';
import type { ScaleReach } from './warn-of-scales.js';
import type { Warnings } from './warning.js';

/** Warns of classes that no unit can get; gives the codes of the others. */
export function warnOfClasses(plan: Plan, reaches: ReadonlyMap<string, ScaleReach>, warnings: Warnings): Set<string> {
  const possible = new Set<string>();
  const used = [...new Set(plan.clusters.map(({ scale }) => scale))];
  plan.classes.forEach((rule, index) => {
    const path = formatPath(at(at(ROOT, 'classes'), index));
    const shadow = plan.classes.slice(0, index).find((earlier) => takesAllOf(earlier, rule));
    if (rule.share?.percent.n === 0n) {
      warnings.add('class.unreachable', path, 'the class has no places', { reason: 'places' });
    } else if (!used.some((scale) => isReachable(plan, scale, reaches.get(scale), rule))) {
      warnings.add('class.unreachable', path, 'no unit can meet the conditions of the class', {
        reason: 'conditions',
      });
    } else if (shadow !== undefined) {
      warnings.add('class.shadowed', path, `every unit that meets it has class ${shadow.code} already`, {
        by: shadow.code,
        name: shadow.name,
      });
    } else possible.add(rule.code);
  });
  return possible;
}

/** Whether the most that can be got on a scale meets the conditions of a class. */
function isReachable(plan: Plan, scale: string, reach: ScaleReach | undefined, rule: PlanClass): boolean {
  const digits = plan.scales.get(scale)?.digits;
  if (digits === undefined || reach === undefined) return false;
  const unit = powerOfTen(digits);
  if (rule.minTotal !== undefined && compare({ n: reach.total, d: unit }, rule.minTotal) < 0) return false;
  if (rule.maxPenalty !== undefined && isNegative(rule.maxPenalty)) return false;
  return rule.minParts.every(({ part, points }) => compare({ n: reach.parts.get(part) ?? 0n, d: unit }, points) >= 0);
}

/** Whether `earlier` has a place for everybody and asks for nothing that `later` does not ask for as well. */
function takesAllOf(earlier: PlanClass, later: PlanClass): boolean {
  if (earlier.when !== undefined) return false;
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
      !isPositive(points) || isAtMost(points, later.minParts.find((own) => own.part === part)?.points),
  );
}

const isAtMost = (a: Rational | undefined, b: Rational | undefined): boolean =>
  a === undefined || (b !== undefined && compare(a, b) <= 0);
