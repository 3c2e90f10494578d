import type { CompetitionRules } from '../plan/competition.js';
import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { warnOfClasses } from './warn-of-classes.js';
import { warnOfRewards } from './warn-of-rewards.js';
import { warnOfScales } from './warn-of-scales.js';
import { Warnings, type ScoringWarning } from './warning.js';

/**
 * What can be computed but is hardly meant, found in the rules alone: no entry is looked at. Judges only what holds
 * for certain whatever is entered, so a warning is never wrong, but not every mistake has one. Codes: WARNING_CODES;
 * points in messages and `params` are decimals with the scale's digits. The spec has no warnings: what they judge
 * by is its "Rules", "Scale", "Classes" and "Rewards, in order".
 * Throws like `compile` on rules that were never checked; `plan` saves compiling them again.
 */
export function warningsOf(rules: CompetitionRules, plan: Plan = compile(rules)): ScoringWarning[] {
  const warnings = new Warnings();
  const reaches = warnOfScales(plan, rules.scales, warnings);
  const classes = warnOfClasses(plan, reaches, warnings);
  warnOfRewards(plan, { reaches, classes }, warnings);
  return warnings.list;
}
