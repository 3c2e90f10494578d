import type { Decimal, Rule } from '../file.js';
import type { Digits } from './digits.js';

/** Labels of options and tallies. Their accents tell whether texts are compared after NFC. */
export const LABELS = ['tốt', 'khá', 'yếu'];
export const DAYS = ['2024-03-31', '2024-04-01', '2024-04-03', '2024-02-29', '2024-07-15'];

const FORMULAS = [
  'a',
  'full - a',
  'full * a / (a + b + 1)',
  'min(full, floor(a / 2) + round(b / 3, 1))',
  'a >= b ? full : full - (b - a) / 3',
  '!(a < b) && b != 0 ? a / b : abs(a - b)',
  'max(ceil(a / 3), b) - 1',
];
const FORMULAS_OF_PARAMS = ['a * hệ_số', 'a <= 2 * hệ_số ? full : full - a / 3 + b', 'round(a / 7 * hệ_số, 1)'];
export const PARAM = 'hệ_số';

/** A rule of that kind whose points lie in [0, max], for an integer max ≥ 1. */
export function ruleOf(kind: string, d: Digits, max: number): Rule {
  const points = (): Decimal => [max, 0, max / 2, max / 4, 1][d.take(5)]!;
  const direction = (): Pick<Rule, 'direction'> =>
    [{}, { direction: 'higher' as const }, { direction: 'lower' as const }][d.take(3)]!;
  const plan = (): Pick<Rule, 'plan'> => (d.oneIn(3) ? {} : { plan: d.of<Decimal>(4, 3, '2.5', 10) });
  switch (kind) {
    case 'direct':
      return { kind, ...(d.oneIn(3) && { step: d.of<Decimal>('0.5', 1, '0.25') }) };
    case 'ratio':
      return { kind, ...plan(), ...direction(), ...(d.oneIn(3) && { threshold: d.of(50, 100, 75) }) };
    case 'increment':
      return {
        kind,
        base: points(),
        ...plan(),
        ...direction(),
        per: d.of<Decimal>(10, 1, '2.5', 30),
        ...(!d.oneIn(4) && { gain: d.of<Decimal>('0.5', 1, '0.3', 0) }),
        ...(!d.oneIn(4) && { loss: d.of<Decimal>('0.3', 1, '0.125') }),
        ...(d.oneIn(2) && { steps: 'proportional' as const }),
      };
    case 'bands':
      return bands(points, d, plan, direction);
    case 'count':
      return { kind, each: d.of<Decimal>(1, '0.5', '1.333', 2, 0) };
    case 'choice':
      return { kind, options: Object.fromEntries(LABELS.map((label) => [label, points()])) };
    case 'deadline':
      return { kind, due: DAYS[0]!, perDay: d.of<Decimal>(1, '0.4', '1.25') };
    case 'checklist':
      return { kind, items: { a: points(), đ: points(), c: 1 } };
    case 'mean':
      return { kind, ...direction() };
    case 'tally':
      return {
        kind,
        weights: { [LABELS[0]!]: 1, [LABELS[1]!]: d.of<Decimal>('0.5', '0.9', 2), [LABELS[2]!]: 0 },
        ...(d.oneIn(2) && { exempt: ['hoãn'] }),
      };
    case 'formula': {
      const inputs = ['a', 'b'];
      if (d.oneIn(2)) return { kind, inputs, params: [PARAM], expr: d.of(...FORMULAS_OF_PARAMS) };
      return { kind, inputs, expr: d.of(...FORMULAS) };
    }
    case 'panel': {
      const step = d.oneIn(2) ? { step: d.of<Decimal>('0.5', 1) } : {};
      const how = d.oneIn(2) ? { how: 'median' as const } : {};
      const outOf = d.oneIn(3) ? { outOf: d.of<Decimal>(10, 3) } : {};
      return { kind, ...step, ...how, ...outOf, drop: d.of(0, 1, 2), least: d.of(1, 2, 4) };
    }
    case 'relative':
      return relative(d);
    default:
      throw new Error(kind);
  }
}

function relative(d: Digits): Rule {
  const kind = 'relative';
  const atPlan = d.of<Decimal>('0.5', 0, 1, '0.75');
  switch (d.take(5)) {
    case 0:
      return { kind };
    case 1:
      return { kind, direction: 'lower' };
    case 2:
      return { kind, atPlan, plan: d.of<Decimal>(3, '2.5', 10) };
    case 3:
      return { kind, direction: 'higher', atPlan, withoutPlan: 'refuse' };
    default:
      return { kind, atPlan, withoutPlan: 'relative' };
  }
}

function bands(
  points: () => Decimal,
  d: Digits,
  plan: () => Pick<Rule, 'plan'>,
  direction: () => Pick<Rule, 'direction'>,
): Rule {
  const onPercent = d.oneIn(2);
  const [low, high] = onPercent ? [50, 100] : [2, 5];
  const [first, last] = [
    { to: low, points: points() },
    { from: high, points: points() },
  ];
  const middle = { from: low, to: high, points: points() };
  return {
    kind: 'bands',
    ...(onPercent && { on: 'percent' as const, ...plan(), ...direction() }),
    ...[
      { bands: [first, middle, last] },
      { bands: [{ ...first, from: 0 }, last], else: points() },
      { bands: [middle], else: points() },
    ][d.take(3)]!,
  };
}
