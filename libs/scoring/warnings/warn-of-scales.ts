import type { Criterion, Scale, ScaleExtra, ScalePart } from '../plan/competition.js';
import { readDecimal } from '../number/decimal.js';
import { formatUnits } from '../number/fixed.js';
import { compare, fromInteger, sum, type Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import type { Place, Plan, PlanCriterion, PlanScale } from '../plan/plan.js';
import { at, formatPath, ROOT, type Path } from '../text/path.js';
import { bandsOf, countedWeights, isMet, leavesGap, REACH, valuesAt } from './reach.js';
import type { Warnings } from './warning.js';

const ONE = fromInteger(1n);

/** The most a unit can get on a scale, in units of 10^-digits. */
export interface ScaleReach {
  parts: ReadonlyMap<string, bigint>;
  total: bigint;
}

/** Warns of what no unit can get on a scale; gives what one can, by scale code. */
export function warnOfScales(plan: Plan, scales: readonly Scale[], warnings: Warnings): Map<string, ScaleReach> {
  const reaches = new Map<string, ScaleReach>();
  scales.forEach((scale, index) => {
    const ready = plan.scales.get(scale.code);
    if (ready !== undefined) {
      const walk = new ScaleWalk(ready, warnings);
      reaches.set(scale.code, walk.scale(scale, at(at(ROOT, 'scales'), index)));
    }
  });
  return reaches;
}

class ScaleWalk {
  constructor(
    private readonly ready: PlanScale,
    private readonly warnings: Warnings,
  ) {}

  scale(scale: Scale, path: Path): ScaleReach {
    const parts = new Map<string, bigint>();
    scale.parts.forEach((part, index) => {
      const max = this.ready.parts[index]?.max ?? null;
      parts.set(part.code, this.group(part, index, max, at(at(path, 'parts'), index)));
    });
    const bonus = scale.bonus ? this.group(scale.bonus, 'bonus', this.ready.bonusMax, at(path, 'bonus')) : 0n;
    if (scale.penalty) this.group(scale.penalty, 'penalty', this.ready.penaltyMax, at(path, 'penalty'));
    const added = [...parts.values()].reduce((all, part) => all + part, bonus);
    return { parts, total: this.bounded(added) };
  }

  private bounded(total: bigint): bigint {
    const { floor, ceiling } = this.ready;
    const raised = floor !== null && total < floor ? floor : total;
    return ceiling !== null && raised > ceiling ? ceiling : raised;
  }

  /** Warns within a part, bonus or penalty; gives what it can reach. Bonus and penalty are meant to cut, parts are not. */
  private group(group: ScalePart | ScaleExtra, place: Place, max: bigint | null, path: Path): bigint {
    let reach = 0n;
    let sumOfMax = 0n;
    group.criteria.forEach((criterion, index) => {
      const ready = this.ready.byCode.get(criterion.code);
      if (ready === undefined) return;
      const full = this.units(decimal(ready.max));
      sumOfMax += full;
      reach += this.criterion(criterion, ready, full, at(at(path, 'criteria'), index));
    });
    if (max === null || sumOfMax <= max) return reach;
    const cut = reach < max ? reach : max;
    if (typeof place !== 'number') return cut;
    const params = { sum: this.text(sumOfMax), max: this.text(max) };
    const message = `the criteria come to ${params.sum}, of which ${params.max} count`;
    this.warnings.add('part.max.cut', formatPath(at(path, 'max')), message, params);
    return cut;
  }

  private criterion({ rule }: Criterion, ready: PlanCriterion, full: bigint, path: Path): bigint {
    const max = decimal(ready.max);
    const place = at(path, 'rule');
    if (rule.kind === 'bands') this.bands(rule, place);
    if (rule.kind === 'checklist') this.checklist(rule, max, place);
    if (rule.kind === 'tally') this.tally(rule, place);
    const reach = REACH.get(rule.kind)?.(rule, max) ?? max;
    const reached = this.units(reach);
    if (reached >= full) return full;
    const params = { reach: this.text(reached), max: ready.max };
    const message = `at most ${params.reach} of ${params.max} points can be reached`;
    this.warnings.add('criterion.max.unreachable', formatPath(at(path, 'max')), message, params);
    return reached;
  }

  private bands(rule: Criterion['rule'], path: Path): void {
    const bands = bandsOf(rule);
    bands.forEach((band, index) => {
      if (isMet(band)) return;
      this.warnings.add('rule.band.unmet', formatPath(at(at(path, 'bands'), index)), 'no value lies in this band');
    });
    if (!Object.hasOwn(rule, 'else') || leavesGap(bands)) return;
    this.warnings.add('rule.else.unmet', formatPath(at(path, 'else')), 'the bands leave no value to else');
  }

  private checklist(rule: Criterion['rule'], max: Rational, path: Path): void {
    const items = sum(valuesAt(rule, 'items'));
    if (compare(items, max) <= 0) return;
    this.warnings.add('rule.weights.sum', formatPath(at(path, 'items')), 'the items come to more points than max');
  }

  private tally(rule: Criterion['rule'], path: Path): void {
    for (const { label, weight } of countedWeights(rule)) {
      if (compare(weight, ONE) <= 0) continue;
      const place = formatPath(at(at(path, 'weights'), label));
      this.warnings.add('rule.weights.sum', place, 'a weight above 1: points are cut at max', { label });
    }
  }

  /** Rounded as the points of a criterion are. */
  private units(points: Rational): bigint {
    return roundToUnits(points, this.ready.digits, this.ready.mode);
  }

  private text(units: bigint): string {
    return formatUnits(units, this.ready.digits);
  }
}

/** A decimal that was checked when the scale was read. */
function decimal(text: string): Rational {
  const value = readDecimal(text);
  if (typeof value === 'string') throw new TypeError(`a max that was never checked: ${text}`);
  return value;
}
