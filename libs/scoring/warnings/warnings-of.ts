import type { CompetitionRules } from '../plan/competition.js';
import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { Judge } from './judge.js';
import { warnOfCeilings } from './warn-of-ceilings.js';
import { warnOfExcludes } from './warn-of-excludes.js';
import { warnOfConditions } from './warn-of-conditions.js';
import { warnOfRounds } from './warn-of-rounds.js';
import { warnOfSections } from './warn-of-sections.js';
import { warnOfStages } from './warn-of-stages.js';
import { warnOfClasses } from './warn-of-classes.js';
import { warnOfRewards } from './warn-of-rewards.js';
import { warnOfScales } from './warn-of-scales.js';
import { Warnings, type ScoringWarning } from './warning.js';

/**
 * What can be computed but is hardly meant, found in the rules alone: no entry is looked at. Judges only what holds
 * for certain whatever is entered, so a warning is never wrong, but not every mistake has one. Codes: WARNING_CODES;
 * points in messages and `params` are decimals with the scale's digits. The spec has no warnings: what they judge
 * by is its "Rules", "Scale", "Entry", "Rounds", "Conditions", "Facts", "Classes" and "Rewards, in order".
 * Throws like `compile` on rules that were never checked; `plan` saves compiling them again.
 */
export function warningsOf(rules: CompetitionRules, plan: Plan = compile(rules)): ScoringWarning[] {
  const warnings = new Warnings();
  const judge = new Judge(plan, warnOfScales(plan, rules.scales, warnings));
  warnOfSections(judge, rules.scales, warnings);
  warnOfStages(plan, warnings);
  warnOfRounds(plan, warnings);
  warnOfConditions(judge, rules.scales, warnings);
  warnOfCeilings(plan, warnings);
  const classes = warnOfClasses(judge, rules.classes ?? [], warnings);
  warnOfExcludes(rules.rewards ?? [], warnings);
  warnOfRewards(judge, classes, warnings);
  return warnings.list;
}
