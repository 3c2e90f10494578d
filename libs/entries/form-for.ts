import { entryForm } from '@thidua/scoring';
import type { Criterion, DecimalText, FormField } from '@thidua/scoring';

/** What one unit fills in for a checked rule of a criterion of `max` points, with the plan assigned to it if any. */
export function formFor(rule: Criterion['rule'], max: string, target: DecimalText | undefined): FormField[] {
  return entryForm(rule, max)!.map((field) => withTarget(field, rule, target));
}

/** The plan of the entry's own is asked for where no other is found, unless the rule can do without. */
function withTarget(field: FormField, rule: Criterion['rule'], target: DecimalText | undefined): FormField {
  if (field.path[0] !== 'plan' || field.optional === undefined) return field;
  if (target !== undefined) return { ...field, otherwise: String(target) };
  const { optional: _asked, ...needed } = field;
  return rule['withoutPlan'] === 'relative' ? field : needed;
}
