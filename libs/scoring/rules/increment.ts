import {
  add,
  clamp,
  compare,
  divide,
  floor,
  fromInteger,
  HUNDRED,
  isPositive,
  magnitude,
  multiply,
  subtract,
  ZERO,
  type Rational,
} from '../number/rational.js';
import { divisorOf, factorOf, readNamedPoints } from './checks.js';
import { steps as stepsKernel } from './kernels/steps.js';
import { readPlanRule, ruleOfPercent, type Percent } from './percent.js';
import type { Note, RuleKind } from './rule.js';

const ONE = fromInteger(1n);

/** `increment`: `base` at the plan, `gain` more for each `per` per cent above it and `loss` less for each below. */
export const increment: RuleKind = {
  kind: 'increment',
  fields: ['base', 'per', 'gain', 'loss', 'steps', 'direction', 'plan'],
  bind(fields, max) {
    const plan = readPlanRule(fields);
    const raw = fields.raw('base');
    const base = raw === undefined ? undefined : readNamedPoints(raw, fields.at('base'), fields, max);
    const per = fields.has('per') ? divisorOf(fields, 'per') : ONE;
    const gain = factorOf(fields, 'gain', ZERO);
    const loss = factorOf(fields, 'loss', ZERO);
    const steps = fields.has('steps') ? fields.oneOf('steps', ['whole', 'proportional']) : 'whole';
    if (base === undefined || per === undefined || gain === undefined || loss === undefined) return undefined;
    const whole = steps === 'whole';
    const pointsAt = (percent: Percent, note: Note | undefined): Rational => {
      note?.('base', base);
      note?.('gain', gain);
      note?.('loss', loss);
      if (percent === 'infinite') return isPositive(gain) ? max : base;
      const away = divide(magnitude(subtract(percent, HUNDRED)), per);
      const taken = whole ? floor(away) : away;
      const reached = compare(percent, HUNDRED) >= 0;
      const points = reached ? add(base, multiply(gain, taken)) : subtract(base, multiply(loss, taken));
      note?.('per', per);
      note?.('steps', taken);
      note?.('uncut', points);
      return clamp(points, ZERO, max);
    };
    return ruleOfPercent(plan, pointsAt, (rounding) => stepsKernel({ max, base, per, gain, loss, whole }, rounding));
  },
};
