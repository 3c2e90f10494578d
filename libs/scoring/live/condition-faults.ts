import type { Condition } from '../plan/condition.js';
import type { Plan } from '../plan/plan.js';
import type { ScoringError } from '../text/problems.js';
import type { ClusterStanding } from './cluster-standing.js';

/** Whether some condition of a plan divides at all: most do not, and then none can divide by zero. */
export function mayDivide({ scales, factKinds, classes, rewards }: Plan): boolean {
  const sections = [...scales.values()].flatMap((scale) => scale.sections);
  const conditions: (Condition | undefined)[] = [...sections, ...factKinds, ...classes, ...rewards].map(
    ({ when }) => when,
  );
  return conditions.some((condition) => condition?.expr.includes('/'));
}

/** `condition.divisionByZero` for each condition and unit of a cluster for which that happens, told at the condition. */
export const faultsOf = (standing: ClusterStanding): ScoringError[] =>
  standing.faults().map(({ condition, unit }) => {
    const { code, name } = standing.units[unit]!;
    return {
      code: 'condition.divisionByZero',
      path: condition.path,
      message: `the condition divides by zero for unit ${code}`,
      params: { unit: code, name },
    };
  });
