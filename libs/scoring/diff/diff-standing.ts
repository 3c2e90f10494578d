import { parseMillionths } from '../number/fixed.js';
import type { RoundRanking, RoundStanding } from '../standings/standing.js';
import { setMember, type JsonObject, type JsonValue } from '../text/json-value.js';
import { changed, match, presenceOf } from './changed.js';
import type { Changed, RoundDiff, StandingDiff } from './result-diff.js';

const FIELDS = [
  ...['rank', 'tied', 'complete', 'total', 'base', 'bonus', 'penalty', 'attainable', 'facts', 'missing'],
] as (keyof StandingDiff & keyof RoundStanding)[];
const MEMBERS = ['parts', 'groups', 'criteria'] as const;

/** Nothing that differs. */
const unchanged = (): StandingDiff => ({ parts: {}, groups: {}, criteria: {} });

/** What of a standing differs; all of it is new or gone where one side is absent, and then nothing is listed. */
export function diffStanding(before: RoundStanding | undefined, after: RoundStanding | undefined): StandingDiff {
  const diff = unchanged();
  if (before === undefined || after === undefined) return diff;
  for (const field of FIELDS) {
    const change = changed<unknown>(before[field], after[field]);
    if (change !== undefined) Object.assign(diff, { [field]: change });
  }
  diff.parts = diffMembers(before.parts, after.parts);
  diff.groups = diffMembers(before.groups, after.groups);
  diff.criteria = diffMembers(before.criteria, after.criteria);
  return diff;
}

/** The rounds in which a unit is not as it was. */
export function diffRounds(
  before: readonly RoundRanking[] | undefined,
  after: readonly RoundRanking[] | undefined,
  unit: string,
): RoundDiff[] {
  const of = (round: RoundRanking | undefined) => round?.standings.find((each) => each.unit === unit);
  return match(before ?? [], after ?? [], ({ code }) => code).flatMap((pair): RoundDiff[] => {
    const [old, now] = [of(pair.before), of(pair.after)];
    const presence = presenceOf(old, now);
    const diff = diffStanding(old, now);
    if (old === now || (presence === 'both' && isSame(diff))) return [];
    return [{ code: (pair.after ?? pair.before)!.code, presence, ...diff }];
  });
}

export const isSame = (diff: StandingDiff): boolean =>
  !FIELDS.some((field) => diff[field] !== undefined) &&
  MEMBERS.every((members) => Object.keys(diff[members]).length === 0);

/** Members that differ, in the order of `after`, then those gone. */
function diffMembers<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Record<string, Changed<T | null>> {
  const found: JsonObject = {};
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const old = Object.hasOwn(before, key) ? before[key]! : null;
    const change = changed(old, Object.hasOwn(after, key) ? after[key]! : null);
    if (change !== undefined) setMember(found, key, change as unknown as JsonValue);
  }
  return found as unknown as Record<string, Changed<T | null>>;
}

/**
 * True when points or completeness differ in value, whatever the others did; 80 and 80.0 do not. Which criteria are
 * missing moves nobody: what that does to a unit shows in its completeness and its points.
 */
export const hasOwnChange = (diff: StandingDiff): boolean =>
  diff.complete !== undefined ||
  (['total', 'base', 'bonus', 'penalty', 'attainable'] as const).some((field) => isOther(diff[field])) ||
  [...Object.values(diff.parts), ...Object.values(diff.groups)].some(isOther) ||
  Object.values(diff.criteria).some((change) =>
    isOther({ before: change.before?.points ?? null, after: change.after?.points ?? null }),
  );

const isOther = (change: Changed<string | null> | undefined): boolean =>
  change !== undefined &&
  (change.before === null || change.after === null || parseMillionths(change.before) !== parseMillionths(change.after));
