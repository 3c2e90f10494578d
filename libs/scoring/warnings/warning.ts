import type { ErrorParams, ScoringError } from '../text/problems.js';

/**
 * Every code of a warning: something that can be computed but is hardly meant. Stable: clients translate by them.
 *
 * - `criterion.max.unreachable`: no value a unit can enter gives the criterion's max. A formula is not judged.
 * - `rule.band.unmet`: no value lies in the band, since values are never negative.
 * - `rule.else.unmet`: the bands leave no value to `else`.
 * - `rule.weights.sum`: the points of a checklist's items come to more than max, or a label of a tally weighs more
 *   than 1: what is done beyond max is worth nothing. (Less than max is `criterion.max.unreachable`.)
 * - `part.max.cut`: the criteria of a part come to more than its max, which cuts them. (A bonus and a penalty are meant to.)
 * - `class.unreachable`: no unit can meet the class's conditions, or it has no places.
 * - `class.shadowed`: an earlier class without a limit of places takes every unit that could get this one.
 * - `reward.unreachable`: no unit can get the reward.
 * - `reward.quota.large`: there are more places than units in a group.
 */
export const WARNING_CODES = [
  'criterion.max.unreachable',
  'rule.band.unmet',
  'rule.else.unmet',
  'rule.weights.sum',
  'part.max.cut',
  'class.unreachable',
  'class.shadowed',
  'reward.unreachable',
  'reward.quota.large',
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
