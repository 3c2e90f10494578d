import type { Plan } from '../plan/plan.js';
import { at, formatPath, ROOT } from '../text/path.js';
import type { Warnings } from './warning.js';

/** Warns of ceilings that forbid nothing, and of leaders whom a guest leaves without a class. */
export function warnOfCeilings(plan: Plan, warnings: Warnings): void {
  plan.factKinds.forEach(({ classAtMost }, index) => {
    if (classAtMost !== 0) return;
    const { code, name } = plan.classes[0]!;
    const path = at(at(at(ROOT, 'factKinds'), index), 'classAtMost');
    warnings.add('fact.class.best', formatPath(path), `${code} is the best class: nothing is forbidden`, {
      class: code,
      name,
    });
  });
  if (plan.classes.length === 0) return;
  plan.clusters.forEach(({ units }, cluster) => {
    units.forEach((code, index) => {
      const { headOf } = plan.units.get(code)!;
      const led = headOf === null ? undefined : plan.units.get(headOf);
      if (led?.competes !== false) return;
      const path = at(at(at(at(at(ROOT, 'clusters'), cluster), 'units'), index), 'headOf');
      const message = `${led.code} does not compete and so has no class, which leaves its head without one`;
      warnings.add('unit.headOf.guest', formatPath(path), message, { unit: led.code, name: led.name });
    });
  });
}
