import type { Criterion, Decimal, Entry, Unit } from '../file.js';
import { DAYS, LABELS, PARAM } from './rule.js';
import type { Digits } from './digits.js';

const AMOUNTS: Decimal[] = [2, 4, 3, 0, 1, '2.5', 5, 6, 8, 12];
/** What an entry of the criterion says, or nothing where none can be made for the unit. */
export function valueOf(criterion: Criterion, unit: Unit, hasTarget: boolean, d: Digits): Partial<Entry> | undefined {
  const { rule } = criterion;
  const max = Number(criterion.max);
  const amount = (): Decimal => d.of(...AMOUNTS);
  const count = (): number => d.of(1, 0, 2, 3, 5);
  // A text is the same text however its accents are written.
  const text = (label: string): string => (d.oneIn(4) ? label.normalize('NFD') : label);
  const marks = (of: number, step: Decimal | undefined): Decimal =>
    step === undefined ? d.of<Decimal>(of, 0, of / 2, '0.125', '1', of / 4) : upTo(of, Number(step), d);
  switch (rule.kind) {
    case 'direct':
      return {
        points: rule.step === undefined && d.oneIn(6) ? d.of('0.005', '1.005', '0.995') : marks(max, rule.step),
      };
    case 'ratio':
    case 'increment':
    case 'bands':
    case 'relative':
      return { actual: amount(), ...planFor(criterion, hasTarget, d) };
    case 'count':
      return { count: count() };
    case 'choice':
      return { choice: text(d.of(...LABELS)) };
    case 'deadline':
      return { on: d.of(...DAYS) };
    case 'checklist':
      return { done: ['a', 'đ', 'c'].filter(() => d.oneIn(2)) };
    case 'mean':
      return { items: Array.from({ length: d.of(1, 2, 3) }, () => ({ actual: amount(), plan: d.of(4, 2, 3) })) };
    case 'tally': {
      const some = Object.fromEntries(LABELS.slice(1).map((label) => [text(label), count()]));
      return { tally: { ...some, [LABELS[0]!]: d.of(1, 2, 4), ...(rule.exempt && d.oneIn(2) && { hoãn: count() }) } };
    }
    case 'formula':
      if (rule.params?.includes(PARAM) && unit.params?.[PARAM] === undefined) return undefined;
      return { inputs: { a: amount(), b: amount() } };
    case 'panel': {
      const fewest = Math.max(rule.least ?? 1, 2 * (rule.drop ?? 0) + 1);
      const of = Number(rule.outOf ?? max);
      const members = Array.from({ length: fewest + d.take(3) }, (_, at) => `gk${at + 1}`);
      return { marks: Object.fromEntries(members.map((member) => [member, marks(of, rule.step)])) };
    }
    default:
      throw new Error(rule.kind);
  }
}

/** Whether a plan may be given for the criterion, in an entry or in the targets. */
export const takesPlan = ({ rule }: Criterion): boolean =>
  rule.kind === 'ratio' ||
  rule.kind === 'increment' ||
  (rule.kind === 'bands' && rule.on === 'percent') ||
  (rule.kind === 'relative' && rule.atPlan !== undefined);

/** A plan of its own where none is found otherwise, and sometimes where one is. */
function planFor(criterion: Criterion, hasTarget: boolean, d: Digits): Partial<Entry> {
  if (!takesPlan(criterion)) return {};
  const found = hasTarget || criterion.rule.plan !== undefined || criterion.rule.withoutPlan === 'relative';
  const lower = criterion.rule.direction === 'lower';
  return found && !d.oneIn(3) ? {} : { plan: lower ? d.of(2, 4, 0, 3) : d.of<Decimal>(2, 4, '2.5', 3) };
}

const upTo = (max: number, step: number, d: Digits): number => Math.floor(max / step / d.of(1, 2, 3, 4)) * step;
