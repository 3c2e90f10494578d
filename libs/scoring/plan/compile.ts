import { FORMAT } from './format.js';
import type { CompetitionRules } from './competition.js';
import { Fields } from '../text/fields.js';
import type { JsonObject } from '../text/json-value.js';
import { Problems } from '../text/problems.js';
import { buildPlan } from './build-plan.js';
import type { Plan } from './plan.js';

/**
 * Makes a checked competition's rules ready for scoring (spec, "Checked when the scale is read"). Throws a TypeError when
 * they are not a checked competition's: that is a fault of the caller, whose documents pass `readCompetition` first.
 * `today` is the day to judge holds, facts and rounds by where the rules set none.
 */
export function compile(rules: CompetitionRules, today?: string): Plan {
  const problems = new Problems();
  const top = Fields.open(rules as unknown as JsonObject, null, problems, FORMAT.keys);
  const plan = top && buildPlan(top, today);
  const [first] = problems.errors;
  if (plan === undefined || first !== undefined) {
    throw new TypeError(`rules that were never checked: ${first?.code} ${first?.path}: ${first?.message}`);
  }
  return plan;
}
