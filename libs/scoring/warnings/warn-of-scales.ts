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
  type PlanUnit,
} from '../plan/plan.js';
import { judgeRule } from '../rules/about-rule.js';
import { at, formatPath, ROOT, type Path } from '../text/path.js';
import { warnOfParams } from './warn-of-params.js';
import type { Warnings } from './warning.js';

/** Warns of what no unit can get on a scale; gives the most points of each criterion, by scale code and index. */
export function warnOfScales(plan: Plan, scales: readonly Scale[], warnings: Warnings): Map<string, bigint[]> {
  const reaches = new Map<string, bigint[]>();
  const units = [...plan.units.values()];
  const traits = new Set(units.flatMap((unit) => unit.traits));
  scales.forEach((scale, index) => {
    const ready = plan.scales.get(scale.code)!;
    const own = units.filter((unit) => unit.scale === ready);
    const walk = new ScaleWalk(ready, own, traits, warnings);
    walk.scale(scale, at(at(ROOT, 'scales'), index));
    reaches.set(scale.code, walk.reaches);
  });
  return reaches;
}

class ScaleWalk {
  /** By criterion index, in units of 10^-digits. */
  readonly reaches: bigint[] = [];

  constructor(
    private readonly ready: PlanScale,
    /** Those that are scored on it. */
    private readonly units: readonly PlanUnit[],
    /** Those that some unit of the file has. */
    private readonly traits: ReadonlySet<string>,
    private readonly warnings: Warnings,
  ) {}

  scale(scale: Scale, path: Path): void {
    const ready = partsOf(this.ready);
    scale.parts.forEach((part, index) => this.section(part, ready[index]!, at(at(path, 'parts'), index)));
    if (scale.bonus) this.section(scale.bonus, bonusOf(this.ready), at(path, 'bonus'));
    if (scale.penalty) this.section(scale.penalty, penaltyOf(this.ready), at(path, 'penalty'));
  }

  /** Warns within a section; gives what it can reach. Only the bonus and the penalty are meant to cut what they hold. */
  private section(section: ScaleGroup | ScaleExtra, ready: PlanSection, path: Path): bigint {
    const { max, kind } = ready;
    let reach = 0n;
    let sumOfMax = 0n;
    section.criteria?.forEach((criterion, index) => {
      const known = this.ready.byCode.get(criterion.code)!;
      const reached = this.criterion(criterion, known, at(at(path, 'criteria'), index));
      if (known.sign === 'minus') return;
      sumOfMax += known.maxUnits;
      reach += reached;
    });
    section.groups?.forEach((group, index) => {
      const inner = this.ready.sectionOf.get(group.code)!;
      const reached = this.section(group, inner, at(at(path, 'groups'), index));
      sumOfMax += inner.max ?? reached;
      reach += reached;
    });
    if (max === null) return reach;
    if (kind === 'group' && reach < max) {
      const params = { reach: this.text(reach), max: this.text(max), ...namesOf(section) };
      const message = `its criteria and groups come to ${params.reach} at most, so that ${params.max} never cuts them`;
      this.warnings.add('group.max.idle', formatPath(at(path, 'max')), message, params);
    }
    if (reach <= max) return reach;
    if (kind === 'bonus' || kind === 'penalty') return max;
    const params = { sum: this.text(sumOfMax), max: this.text(max), section: kind, ...namesOf(section) };
    const message = `the criteria come to ${params.sum}, of which ${params.max} count`;
    this.warnings.add('part.max.cut', formatPath(at(path, 'max')), message, params);
    return max;
  }

  private criterion({ rule, appliesTo }: Criterion, ready: PlanCriterion, path: Path): bigint {
    const full = ready.maxUnits;
    const { reach, remarks } = judgeRule(rule, readDecimal(ready.max) as Rational);
    for (const { warning, keys, message, params: figures } of remarks) {
      const place = keys.reduce<Path>((up, key) => at(up, key), at(path, 'rule'));
      this.warnings.add(warning, formatPath(place), message, figures);
    }
    this.traitsOf(appliesTo, at(path, 'appliesTo'));
    this.paramsOf(ready, at(path, 'rule'));
    const reached = this.rounded(reach);
    this.reaches[ready.index] = reached;
    if (reached === full) return full;
    const params = { reach: this.text(reached), max: ready.max, code: ready.code, name: ready.name };
    const message = `at most ${params.reach} of ${params.max} points can be reached`;
    this.warnings.add('criterion.max.unreachable', formatPath(at(path, 'max')), message, params);
    return reached;
  }

  private traitsOf(appliesTo: Criterion['appliesTo'], path: Path): void {
    for (const key of ['any', 'none'] as const) {
      appliesTo?.[key]?.forEach((trait, index) => {
        if (this.units.length === 0 || this.traits.has(trait)) return;
        const place = formatPath(at(at(path, key), index));
        this.warnings.add('trait.unknown', place, `no unit has the trait ${trait}`, { trait });
      });
    }
  }

  private paramsOf({ index, rule }: PlanCriterion, path: Path): void {
    if (rule?.params === undefined || rule.params.length === 0) return;
    const read = rule.params.map((param, place) => ({ param, path: at(at(path, 'params'), place) }));
    const assigned = this.units.filter(({ notAssigned }) => !notAssigned.has(index));
    warnOfParams(read, assigned, this.warnings);
  }

  /** Rounded as the points of a criterion are. */
  private rounded(points: Rational): bigint {
    return roundToUnits(points, this.ready.digits, this.ready.mode);
  }

  private text(units: bigint): string {
    return formatUnits(units, this.ready.digits);
  }
}

/** Code and name of a part or group; the bonus and the penalty have none. */
const namesOf = (section: ScaleGroup | ScaleExtra): { code?: string; name?: string } =>
  'code' in section ? { code: section.code, name: section.name } : {};
