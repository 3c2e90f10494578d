import { readDecimal } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import type { Competition, DecimalText } from '../plan/competition.js';
import { writtenAt } from '../text/locate.js';
import type { Syntax } from '../text/parse-text.js';
import { meantByThousands } from '../text/thousands.js';
import type { ScoringWarning } from '../warnings/warning.js';

/** A number beside those that it should be about as large as. */
interface Suspect {
  path: string;
  value: number;
  /** Those may be written the same way, and then say nothing. */
  beside: readonly Beside[];
  reason: 'plan' | 'actual' | 'total';
}

interface Beside {
  path: string;
  value: number;
}

/** How much smaller than its neighbours a number is when a point between its thousands makes it another. */
const FAR = 100;
/** How far from them the number that is meant may lie. */
const NEAR = 10;

/** Of how many neighbours a number is looked at beside. */
const MOST_BESIDE = 20;

/** Whether a text has such a number at all: most have none, and need no look at their entries. */
const HAS_THOUSANDS = /(?<![\d.])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/;

/**
 * Numbers that the text writes with a point between thousands (`1.500`, which is 1.5) where everything beside them says
 * that 1500 is meant: plans of one criterion, an actual value and its plan, a bound of the total and what the parts add
 * up to. Of a text that was found right.
 */
export function thousandsWarnings(competition: Competition, text: string, syntax: Syntax): ScoringWarning[] {
  if (!HAS_THOUSANDS.test(text)) return [];
  const suspects = [...ofTotals(competition), ...ofPlans(competition)].filter(({ value, beside }) =>
    beside.some((other) => value * FAR < other.value),
  );
  const paths = suspects.flatMap(({ path, beside }) => [path, ...beside.map((other) => other.path)]);
  const written = writtenAt(text, syntax, [...new Set(paths)]);
  return suspects.flatMap((suspect) => warningOf(suspect, written) ?? []);
}

function warningOf(
  { path, value, beside, reason }: Suspect,
  writtenBy: ReadonlyMap<string, string | undefined>,
): ScoringWarning | undefined {
  const written = writtenBy.get(path) ?? '';
  const meant = meantByThousands(written);
  const others = beside.flatMap((other) =>
    meantByThousands(writtenBy.get(other.path) ?? '') === undefined ? [other.value] : [],
  );
  if (meant === undefined) return undefined;
  const [least, most] = [Math.min(...others), Math.max(...others)];
  // Beside none of them the least is infinite, and nothing is near it.
  const isMeant = value * FAR < least && Number(meant) * NEAR >= least;
  if (!isMeant) return undefined;
  const params = { reason, written, value: String(value), meant, near: String(most) };
  const message = `${written} is ${params.value}, far from the ${params.near} beside it; if it stands for ${meant}, write ${meant}`;
  return { code: 'number.thousands', path, message, params };
}

/** Bounds of the total, beside what the parts add up to. */
function ofTotals({ scales, classes = [], rewards = [] }: Competition): Suspect[] {
  const totals = scales.map(({ parts }, index): Beside => ({
    // The sum is written nowhere.
    path: `scales[${index}].parts`,
    value: parts.reduce((sum, { max }) => sum + numberOf(max), 0),
  }));
  return [
    ...scales.flatMap(({ ceiling }, index) => bound(`scales[${index}].ceiling`, ceiling, [totals[index]!])),
    ...classes.flatMap(({ minTotal }, index) => bound(`classes[${index}].minTotal`, minTotal, totals)),
    ...rewards.flatMap(({ minTotal }, index) => bound(`rewards[${index}].minTotal`, minTotal, totals)),
  ];
}

const bound = (path: string, value: DecimalText | null | undefined, beside: readonly Beside[]): Suspect[] =>
  value === undefined || value === null ? [] : [{ path, value: numberOf(value), beside, reason: 'total' }];

/** Plans beside the others of their criterion, and actual values beside their plans. */
function ofPlans({ clusters, targets = [], entries = [] }: Competition): Suspect[] {
  const scaleOf = new Map(clusters.flatMap(({ scale, units }) => units.map(({ code }) => [code, scale] as const)));
  const plans = new Map<string, Beside[]>();
  const targetOf = new Map<string, Beside>();
  const keep = (unit: string, criterion: string, plan: Beside): void => {
    const key = JSON.stringify([scaleOf.get(unit), criterion]);
    const known = plans.get(key);
    if (known === undefined) plans.set(key, [plan]);
    else known.push(plan);
  };
  targets.forEach(({ unit, criterion, plan }, index) => {
    const target = { path: `targets[${index}].plan`, value: numberOf(plan) };
    targetOf.set(JSON.stringify([unit, criterion]), target);
    keep(unit, criterion, target);
  });
  const actuals = entries.flatMap(({ unit, criterion, plan, actual }, index): Suspect[] => {
    const own = plan === undefined ? undefined : { path: `entries[${index}].plan`, value: numberOf(plan) };
    if (own !== undefined) keep(unit, criterion, own);
    const beside = own ?? targetOf.get(JSON.stringify([unit, criterion]));
    if (actual === undefined || beside === undefined) return [];
    return [{ path: `entries[${index}].actual`, value: numberOf(actual), beside: [beside], reason: 'actual' }];
  });
  return [...[...plans.values()].flatMap(besideEachOther), ...actuals];
}

/** Each beside the first of those that are not far smaller than the largest: that many say enough. */
function besideEachOther(plans: readonly Beside[]): Suspect[] {
  const most = plans.reduce((largest, { value }) => Math.max(largest, value), 0);
  const others = plans.filter(({ value }) => value * FAR >= most).slice(0, MOST_BESIDE);
  return plans.map((plan) => ({ ...plan, beside: others, reason: 'plan' }));
}

/** Close enough for telling a number from a thousand times as much. */
function numberOf(decimal: DecimalText): number {
  const { n, d } = readDecimal(decimal) as Rational;
  return Number(n) / Number(d);
}
