import { DivisionByZero, evaluate } from './expression.js';
import { ReferenceFault } from './fault.js';
import type { Subject } from './figures.js';
import type { Condition, Criterion } from './file.js';
import { criteriaOf, sectionsOf, type Model } from './model.js';
import { decimal, divide, ONE, sum, whole, ZERO, type Rational } from './rational.js';
import { percentOf } from './rules.js';

/** Whether a condition holds for a unit. One that lacks a value does not. */
export function holds(condition: Condition, subject: Subject, model: Model): boolean {
  const values = new Map<string, Rational>();
  for (const [name, source] of Object.entries(condition.inputs)) {
    const value = valueOf(source, subject, model);
    if (value === undefined) return false;
    values.set(name, value);
  }
  try {
    return evaluate(condition.expr, (name) => values.get(name)!) === true;
  } catch (error) {
    if (error instanceof DivisionByZero) throw new ReferenceFault('condition.divisionByZero', subject.unit);
    throw error;
  }
}

function valueOf(source: string, subject: Subject, model: Model): Rational | undefined {
  const at = source.indexOf(':');
  const code = source.slice(at + 1);
  const { figures } = subject;
  switch (at < 0 ? source : source.slice(0, at)) {
    case 'total':
      return figures.total!;
    case 'base':
      return figures.base;
    case 'bonus':
      return figures.bonus!;
    case 'penalty':
      return figures.penalty!;
    case 'part':
      return figures.parts.get(code)!;
    case 'group':
      return figures.groups.get(code)!;
    case 'criterion':
      return figures.worth.get(code)!;
    case 'value':
      return enteredBy(subject, code);
    case 'mean': {
      const entered = subject.peers!.flatMap((peer) => enteredBy(peer, code) ?? []);
      return entered.length === 0 ? undefined : divide(sum(entered), whole(entered.length));
    }
    case 'percent':
      return percentBy(subject, code, model);
    case 'fact':
      return subject.facts.has(code) ? ONE : ZERO;
    case 'param':
      return subject.params[code] === undefined ? undefined : decimal(subject.params[code]);
    default:
      throw new Error(`no such source: ${source}`);
  }
}

function enteredBy(subject: Subject, criterion: string): Rational | undefined {
  const entry = subject.effective.get(criterion)?.entry;
  const written = entry?.points ?? entry?.actual ?? entry?.count;
  return written === undefined ? undefined : decimal(written);
}

function percentBy(subject: Subject, code: string, model: Model): Rational | undefined {
  const entry = subject.effective.get(code)?.entry;
  if (entry === undefined) return undefined;
  const pct = percentOf(criterionOf(entry.unit, code, model), entry, model);
  return pct === 'infinite' ? undefined : pct;
}

function criterionOf(unit: string, code: string, model: Model): Criterion {
  const cluster = model.file.clusters.find(({ units }) => units.some((one) => one.code === unit))!;
  return sectionsOf(model.scaleOf.get(cluster.scale)!)
    .flatMap(criteriaOf)
    .find((criterion) => criterion.code === code)!;
}
