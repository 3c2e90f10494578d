import { evaluate, DivisionByZero } from './expression.js';
import { ReferenceFault } from './fault.js';
import type { Band, Criterion, Entry, Rule, Unit } from './file.js';
import type { Model } from './model.js';
import { add, compare, decimal, divide, floor, HUNDRED, least, multiply, ONE, subtract, sum } from './rational.js';
import { absolute, whole, within, ZERO, type Extended, type Rational } from './rational.js';

/** How much of the plan was done; for `lower`, how much of the plan was left. */
export function percent(direction: Rule['direction'], actual: Rational, plan: Rational): Extended {
  if (direction !== 'lower') return divide(multiply(HUNDRED, actual), plan);
  if (actual.n !== 0n) return divide(multiply(HUNDRED, plan), actual);
  return plan.n === 0n ? HUNDRED : 'infinite';
}

/** The per cent of an entry whose rule measures it against a plan. */
export const percentOf = (criterion: Criterion, entry: Entry, model: Model): Extended =>
  percent(criterion.rule.direction, decimal(entry.actual!), decimal(model.planOf(entry, criterion)!));

/** Points before rounding, of every kind but `relative`, which needs the other units. */
export function pointsOf(criterion: Criterion, entry: Entry, unit: Unit, model: Model): Rational {
  const max = decimal(criterion.max);
  const rule = criterion.rule;
  const raw = (): Rational => {
    switch (rule.kind) {
      case 'direct':
        return decimal(entry.points!);
      case 'ratio': {
        const pct = percentOf(criterion, entry, model);
        if (pct === 'infinite') return max;
        if (compare(pct, decimal(rule.threshold ?? 0)) < 0) return ZERO;
        return divide(multiply(max, least(pct, HUNDRED)), HUNDRED);
      }
      case 'increment':
        return increment(rule, max, percentOf(criterion, entry, model));
      case 'bands':
        return banded(rule, rule.on === 'percent' ? percentOf(criterion, entry, model) : decimal(entry.actual!));
      case 'count':
        return multiply(decimal(rule.each!), decimal(entry.count!));
      case 'choice':
        return decimal(rule.options![entry.choice!]!);
      case 'deadline': {
        const late = (Date.parse(entry.on!) - Date.parse(rule.due!)) / 86_400_000;
        return subtract(max, multiply(decimal(rule.perDay!), whole(Math.max(0, late))));
      }
      case 'checklist':
        return sum(entry.done!.map((code) => decimal(rule.items![code]!)));
      case 'mean':
        return multiply(max, divide(mean(entry.items!.map((item) => upTo100(rule, item))), HUNDRED));
      case 'tally':
        return multiply(max, tally(rule, entry.tally!));
      case 'formula':
        return formula(criterion, entry, unit);
      case 'panel':
        return panel(rule, max, entry.marks!);
      default:
        throw new Error(`no such rule: ${rule.kind}`);
    }
  };
  return within(raw(), ZERO, max);
}

const mean = (all: Rational[]): Rational => divide(sum(all), whole(all.length));

function increment(rule: Rule, max: Rational, pct: Extended): Rational {
  const gain = decimal(rule.gain ?? 0);
  const base = decimal(rule.base!);
  if (pct === 'infinite') return gain.n > 0n ? max : base;
  const steps = divide(absolute(subtract(pct, HUNDRED)), decimal(rule.per ?? 1));
  const d = rule.steps === 'proportional' ? steps : floor(steps);
  if (compare(pct, HUNDRED) >= 0) return add(base, multiply(gain, d));
  return subtract(base, multiply(decimal(rule.loss ?? 0), d));
}

function banded(rule: Rule, x: Extended): Rational {
  const from = (band: Band): boolean =>
    band.from === undefined || x === 'infinite' || compare(decimal(band.from), x) <= 0;
  const to = (band: Band): boolean => band.to === undefined || (x !== 'infinite' && compare(x, decimal(band.to)) < 0);
  const band = rule.bands!.find((one) => from(one) && to(one));
  return decimal(band ? band.points : rule.else!);
}

function upTo100(rule: Rule, item: { actual: string | number; plan: string | number }): Rational {
  const pct = percent(rule.direction, decimal(item.actual), decimal(item.plan));
  return pct === 'infinite' ? HUNDRED : least(pct, HUNDRED);
}

function tally(rule: Rule, counts: Record<string, string | number>): Rational {
  const counted = Object.entries(counts).filter(([label]) => !rule.exempt?.includes(label));
  const weighed = counted.map(([label, n]) => multiply(decimal(rule.weights![label]!), decimal(n)));
  return divide(sum(weighed), sum(counted.map(([, n]) => decimal(n))));
}

function formula(criterion: Criterion, entry: Entry, unit: Unit): Rational {
  const values = new Map(Object.entries({ ...unit.params, ...entry.inputs, full: criterion.max }));
  try {
    return evaluate(criterion.rule.expr!, (name) => decimal(values.get(name)!)) as Rational;
  } catch (error) {
    if (error instanceof DivisionByZero) throw new ReferenceFault('entry.formula.divisionByZero', unit.code);
    throw error;
  }
}

function panel(rule: Rule, max: Rational, marks: Record<string, string | number>): Rational {
  const all = Object.values(marks).map(decimal).toSorted(compare);
  const drop = rule.drop ?? 0;
  const rest = all.slice(drop, all.length - drop);
  const half = Math.floor(rest.length / 2);
  const middle = rest.length % 2 === 1 ? rest.slice(half, half + 1) : rest.slice(half - 1, half + 1);
  const mark = mean(rule.how === 'median' ? middle : rest);
  return divide(multiply(max, mark), rule.outOf === undefined ? max : decimal(rule.outOf));
}

/** A figure of a `relative` criterion, and the part of its plan that was done where a plan is found. */
export interface Measured {
  actual: Rational;
  done?: Rational;
}

/** Points before rounding of a `relative` criterion against the figures of those who compete. */
export function relativePoints({ max: written, rule }: Criterion, own: Measured, competing: Measured[]): Rational {
  const max = decimal(written);
  const sameKind = competing.filter((other) => (other.done === undefined) === (own.done === undefined));
  if (sameKind.length === 0) return ZERO;
  const raw =
    own.done === undefined
      ? againstBest(rule, max, own.actual, sameKind)
      : againstPlan(decimal(rule.atPlan!), max, own.done, sameKind);
  return within(raw, ZERO, max);
}

function againstBest(rule: Rule, max: Rational, actual: Rational, others: Measured[]): Rational {
  const best = others
    .map((other) => other.actual)
    .toSorted(compare)
    .at(rule.direction === 'lower' ? 0 : -1)!;
  if (rule.direction === 'lower') return actual.n === 0n ? max : divide(multiply(max, best), actual);
  return best.n === 0n ? ZERO : divide(multiply(max, actual), best);
}

function againstPlan(atPlan: Rational, max: Rational, done: Rational, others: Measured[]): Rational {
  const best = others
    .map((other) => other.done!)
    .toSorted(compare)
    .at(-1)!;
  if (compare(done, ONE) <= 0) return multiply(max, multiply(atPlan, done));
  if (compare(best, ONE) <= 0) return max;
  const beyond = divide(subtract(done, ONE), subtract(best, ONE));
  return multiply(max, add(atPlan, multiply(subtract(ONE, atPlan), beyond)));
}
