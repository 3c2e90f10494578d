import type { ErrorParams, ScoringError } from '../text/problems.js';

/**
 * Every code of a warning: something that can be computed but is hardly meant. Stable: clients translate by them.
 *
 * - `criterion.max.unreachable`: no value a unit can enter gives the criterion's max. A formula is not judged.
 * - `rule.band.unmet`: no value lies in the band, since values are never negative.
 * - `rule.else.unmet`: the bands leave no value to `else`.
 * - `rule.weights.sum`: the points of a checklist's items come to more than max, or a label of a tally weighs more
 *   than 1: what is done beyond max is worth nothing. (Less than max is `criterion.max.unreachable`.)
 * - `part.max.cut`: the criteria of a part can come to more than its max, which cuts them. (A bonus and a penalty are meant to.)
 * - `group.max.idle`: the criteria and groups of a group can never come to its max. (Coming to just it is usual.)
 * - `group.min.idle`: what stands in a part or group can never come to less than its min.
 * - `part.notAssigned`: nothing of a part is assigned to some unit, which gets 0 for it.
 * - `trait.unknown`: `appliesTo` names a trait that no unit has.
 * - `param.unknown`, `param.lacking`: a formula or condition reads a param that none of its units has, or not every one.
 * - `condition.never`, `condition.always`: a condition holds for nobody, or for everybody, whatever is entered.
 * - `fact.unreachable`: the same of the condition a kind of facts follows from: nobody can have it.
 * - `fact.class.best`: `classAtMost` names the best class, and so forbids nothing.
 * - `unit.headOf.guest`: a unit leads a collective that does not compete, and so can have no class.
 * - `round.weightless`: a round that weighs nothing where rounds are weighted.
 * - `round.outside`: a round is not within the campaign.
 * - `round.notBegun`: a round begins after `asOf` and never counts.
 * - `stage.weightless`: a stage scores a criterion first, and the stage weights leave it without one.
 * - `stage.weightsUnused`: every stage of a weight lies below `ranking.stage`, so that nothing entered counts.
 * - `class.unreachable`: no unit can meet the class's conditions, or it has no places.
 * - `class.share.none`: the share is too small for a place, however many units are ranked.
 * - `class.shadowed`: an earlier class without a limit of places takes every unit that could get this one.
 * - `reward.excludes.later`: a reward excludes itself or one that is not earlier in the list, which does nothing.
 * - `reward.requires.excluded`: a reward requires, at once or in turn, one that it or one of those excludes.
 * - `reward.quota.none`: the quota is a share of a reward that no unit can get.
 * - `reward.unreachable`: no unit can get the reward for another reason.
 * - `reward.quota.large`: there are more places than units in a group.
 * - `number.thousands`: a number written like `1.500`, which is 1.5, stands where everything beside it says that 1500 is
 *   meant. Only found in a text, which is also where it is looked for in entries.
 */
export const WARNING_CODES = [
  'criterion.max.unreachable',
  'rule.band.unmet',
  'rule.else.unmet',
  'rule.weights.sum',
  'part.max.cut',
  'group.max.idle',
  'group.min.idle',
  'part.notAssigned',
  'trait.unknown',
  'param.unknown',
  'param.lacking',
  'condition.never',
  'condition.always',
  'fact.unreachable',
  'fact.class.best',
  'unit.headOf.guest',
  'round.weightless',
  'round.outside',
  'round.notBegun',
  'stage.weightless',
  'stage.weightsUnused',
  'class.unreachable',
  'class.share.none',
  'class.shadowed',
  'reward.excludes.later',
  'reward.requires.excluded',
  'reward.quota.none',
  'reward.unreachable',
  'reward.quota.large',
  'number.thousands',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/** One warning: told like an error, but the file is computed all the same. */
export interface ScoringWarning extends ScoringError {
  code: WarningCode;
}

/** The warnings found so far. */
export class Warnings {
  readonly list: ScoringWarning[] = [];

  add(code: WarningCode, path: string, message: string, params: ErrorParams = {}): void {
    this.list.push({ code, path, message, params });
  }
}
