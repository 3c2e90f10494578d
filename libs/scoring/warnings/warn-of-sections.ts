import { formatUnits } from '../number/fixed.js';
import { assignedReach } from '../plan/assigned-reach.js';
import type { Scale, ScaleGroup } from '../plan/competition.js';
import { partsOf, type PlanScale, type PlanUnit } from '../plan/plan.js';
import { at, formatPath, ROOT, type Path } from '../text/path.js';
import type { Judge, Profile } from './judge.js';
import type { Warnings } from './warning.js';

/** Warns of least points that raise nothing, and of parts of which nothing is assigned to some unit. */
export function warnOfSections(judge: Judge, scales: readonly Scale[], warnings: Warnings): void {
  const units = [...judge.plan.units.values()];
  scales.forEach((scale, index) => {
    const ready = judge.plan.scales.get(scale.code)!;
    const own = units.filter((unit) => unit.scale === ready);
    if (own.length === 0) return;
    const path = at(at(ROOT, 'scales'), index);
    const minimums = new Minimums(ready, judge.profilesOf(own), warnings);
    minimums.walk(scale.parts, at(path, 'parts'));
    minimums.walk(scale.bonus?.groups, at(at(path, 'bonus'), 'groups'));
    minimums.walk(scale.penalty?.groups, at(at(path, 'penalty'), 'groups'));
    warnOfEmptyParts(ready, own, path, warnings);
  });
}

class Minimums {
  constructor(
    private readonly scale: PlanScale,
    private readonly profiles: readonly Profile[],
    private readonly warnings: Warnings,
  ) {}

  walk(sections: readonly ScaleGroup[] | undefined, path: Path): void {
    sections?.forEach((section, place) => {
      const own = at(path, place);
      this.judge(section, own);
      this.walk(section.groups, at(own, 'groups'));
    });
  }

  private judge({ code, name }: ScaleGroup, path: Path): void {
    const section = this.scale.sectionOf.get(code)!;
    if (section.min === null || section.min === 0n) return;
    const lowest = this.profiles.map(({ bounds }) => bounds.sums[section.index]!.low).reduce((a, b) => (b < a ? b : a));
    if (lowest < section.min) return;
    const params = {
      min: formatUnits(section.min, this.scale.digits),
      least: formatUnits(lowest, this.scale.digits),
      section: section.kind,
      code,
      name,
    };
    const message = `what stands in it comes to ${params.least} at least, so that ${params.min} never raises it`;
    this.warnings.add('group.min.idle', formatPath(at(path, 'min')), message, params);
  }
}

/** A part of which nothing is assigned is worth nothing, unless the base as a whole is scaled up. */
function warnOfEmptyParts(scale: PlanScale, units: readonly PlanUnit[], path: Path, warnings: Warnings): void {
  if (scale.notAssigned !== 'drop' && scale.notAssigned !== 'rescalePart') return;
  const reaches = units
    .filter(({ notAssigned }) => notAssigned.size > 0)
    .map((unit) => ({ unit, ...assignedReach(unit) }));
  partsOf(scale).forEach(({ code, name: part }, index) => {
    const without = reaches.filter(({ assigned, full }) => full[index]! > 0n && assigned[index] === 0n);
    const [first] = without;
    if (first === undefined) return;
    const { code: unit, name } = first.unit;
    const params = { part: code, partName: part, mode: scale.notAssigned, units: without.length, unit, name };
    const message = `nothing of the part is assigned to ${unit}, which gets 0 for it: notAssigned: rescaleBase would make up for that`;
    warnings.add('part.notAssigned', formatPath(at(at(path, 'parts'), index)), message, params);
  });
}
