import type { ClusterStanding } from '../live/cluster-standing.js';
import type { Plan } from '../plan/plan.js';
import type { FactAccount } from './place-accounts.js';
import { tellCondition } from './told-condition.js';

/** Every kind of facts, and why it is in force for a unit, by index, or is not (spec, "Facts"). */
export function explainFacts(plan: Plan, { conditions, units, figures }: ClusterStanding, unit: number): FactAccount[] {
  // There where the file has kinds of facts.
  const facts = conditions.facts!;
  const { factRows, pastFacts } = units[unit]!;
  return plan.factKinds.map((kind): FactAccount => {
    const column = facts.conditionOf(kind);
    return {
      code: kind.code,
      name: kind.name,
      inForce: facts.has(unit, kind.code),
      rows: factRows
        .filter((row) => row.kind === kind.index)
        .map(({ from, to, reason, document }) => ({ from, to, reason, document })),
      others: pastFacts
        .filter((row) => row.kind === kind.index)
        .map(({ from, to, reason, document }) => ({
          ...{ from, to, reason, document, state: from > plan.asOf ? ('notBegun' as const) : ('ended' as const) },
        })),
      when: column === undefined ? null : tellCondition(column, unit, figures.digits),
      classAtMost: kind.classAtMost === undefined ? null : plan.classes[kind.classAtMost]!.code,
      barred: kind.barred,
    };
  });
}
