import type { Criterion, Scale, ScaleExtra, ScaleGroup } from '../plan/competition.js';
import { readDecimal } from '../number/decimal.js';
import { formatUnits } from '../number/fixed.js';
import type { Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import {
  bonusOf,
  partsOf,
  penaltyOf,
  type Plan,
  type PlanCriterion,
  type PlanScale,
  type PlanSection,
} from '../plan/plan.js';
import { judgeRule } from '../rules/about-rule.js';
import { at, formatPath, ROOT, type Path } from '../text/path.js';
import type { Warnings } from './warning.js';

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
    const ready = partsOf(this.ready);
    scale.parts.forEach((part, index) => {
      parts.set(part.code, this.section(part, ready[index]!, at(at(path, 'parts'), index)));
    });
    const bonus = scale.bonus ? this.section(scale.bonus, bonusOf(this.ready), at(path, 'bonus')) : 0n;
    if (scale.penalty) this.section(scale.penalty, penaltyOf(this.ready), at(path, 'penalty'));
    const added = [...parts.values()].reduce((all, part) => all + part, bonus);
    return { parts, total: this.bounded(added) };
  }

  private bounded(total: bigint): bigint {
    const { floor, ceiling } = this.ready;
    const raised = floor !== null && total < floor ? floor : total;
    return ceiling !== null && raised > ceiling ? ceiling : raised;
  }

  /** Warns within a section; gives what it can reach. Only the bonus and the penalty are meant to cut what they hold. */
  private section(section: ScaleGroup | ScaleExtra, ready: PlanSection, path: Path): bigint {
    const { max, kind } = ready;
    let reach = 0n;
    let sumOfMax = 0n;
    section.criteria?.forEach((criterion, index) => {
      const known = this.ready.byCode.get(criterion.code);
      if (known === undefined) return;
      const reached = this.criterion(criterion, known, at(at(path, 'criteria'), index));
      if (known.sign === 'minus') return;
      sumOfMax += known.maxUnits;
      reach += reached;
    });
    section.groups?.forEach((group, index) => {
      const inner = this.ready.sectionOf.get(group.code);
      if (inner === undefined) return;
      const reached = this.section(group, inner, at(at(path, 'groups'), index));
      sumOfMax += inner.max ?? reached;
      reach += reached;
    });
    if (max === null || sumOfMax <= max) return reach;
    const cut = reach < max ? reach : max;
    if (kind === 'bonus' || kind === 'penalty') return cut;
    const params = { sum: this.text(sumOfMax), max: this.text(max), section: kind };
    const message = `the criteria come to ${params.sum}, of which ${params.max} count`;
    this.warnings.add('part.max.cut', formatPath(at(path, 'max')), message, params);
    return cut;
  }

  private criterion({ rule }: Criterion, ready: PlanCriterion, path: Path): bigint {
    const full = ready.maxUnits;
    const { reach, remarks } = judgeRule(rule, decimal(ready.max));
    for (const { code, keys, message, params: figures } of remarks) {
      const place = keys.reduce<Path>((up, key) => at(up, key), at(path, 'rule'));
      this.warnings.add(code, formatPath(place), message, figures);
    }
    const reached = this.units(reach);
    if (reached >= full) return full;
    const params = { reach: this.text(reached), max: ready.max };
    const message = `at most ${params.reach} of ${params.max} points can be reached`;
    this.warnings.add('criterion.max.unreachable', formatPath(at(path, 'max')), message, params);
    return reached;
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
