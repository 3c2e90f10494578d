import { ofAccepted } from '../entries/measure.js';
import { powerOfTen } from '../number/decimal.js';
import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import { compare, type Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import type { Entry } from '../plan/competition.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';
import type { Note, Offer } from '../rules/rule.js';
import type { RelativeCriterion } from '../standings/relative-criterion.js';
import type { BestAccount, Step, Working } from './point-accounts.js';

/** What a rule made of one entry. */
export interface Worked {
  working: Working;
  /** Of a criterion measured against the cluster. */
  best: BestAccount | null;
  /** In units of 10^-digits, and as a text. */
  units: bigint;
  points: string;
}

/**
 * Has a rule tell its working while it works. `relative` is what the criterion is measured against, where that is the
 * cluster. Throws a TypeError when the entry was never accepted by the plan's checks.
 */
export function workThrough(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: Entry,
  relative?: RelativeCriterion,
): Worked {
  const steps: Step[] = [];
  let uncut: Rational | undefined;
  const note: Note = (term, value, label) => {
    if (term === 'uncut' && typeof value !== 'string') uncut = value;
    const text = typeof value === 'string' ? value : exactText(value);
    steps.push({ term, value: text, ...(label !== undefined && { label }) });
  };
  let best: BestAccount | null = null;
  const exact = ofAccepted(unit, criterion, entry, (plain) => {
    const offer: Offer = { ...plain, note };
    const bound = criterion.rule!;
    if (relative === undefined) return bound.points(offer);
    const rule = bound.relative!;
    const measure = rule.measure(offer);
    if (measure === undefined) return undefined;
    const { against } = relative;
    const value = against[measure.of];
    if (value !== undefined) {
      const units = relative.holders({ of: measure.of, value });
      best = { of: measure.of, value: exactText(value), units };
    }
    return rule.points(measure, against, note);
  });
  const { digits, mode } = unit.scale;
  const units = roundToUnits(exact, digits, mode);
  return {
    working: {
      steps,
      exact: exactText(exact),
      rounded: compare(exact, { n: units, d: powerOfTen(digits) }) !== 0,
      cut: uncut === undefined ? null : cutOf(exact, uncut),
    },
    best,
    units,
    points: formatUnits(units, digits),
  };
}

function cutOf(exact: Rational, uncut: Rational): Working['cut'] {
  const difference = compare(uncut, exact);
  return difference > 0 ? 'max' : difference < 0 ? 'zero' : null;
}
