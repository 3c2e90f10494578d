import type { PlanUnit } from '../plan/plan.js';
import { formatPath, type Path } from '../text/path.js';
import type { Warnings } from './warning.js';

/**
 * Warns of figures that are read of some units and that none of them has, or not every one; tells whether there is one
 * that none has.
 */
export function warnOfParams(
  params: readonly { param: string; path: Path }[],
  units: readonly PlanUnit[],
  warnings: Warnings,
): boolean {
  let isUnknown = false;
  for (const { param, path } of params) {
    const lacking = units.filter((unit) => !unit.params.has(param));
    const [first] = lacking;
    if (first === undefined) continue;
    const place = formatPath(path);
    if (lacking.length === units.length) {
      isUnknown = true;
      warnings.add('param.unknown', place, `no unit has the param ${param}`, { param });
    } else {
      const figures = { param, lacking: lacking.length, units: units.length, unit: first.code, name: first.name };
      const message = `${lacking.length} of ${units.length} units lack the param ${param}, the first of them ${first.code}`;
      warnings.add('param.lacking', place, message, figures);
    }
  }
  return isUnknown;
}
