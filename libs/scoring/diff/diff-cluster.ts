import { setMember, type JsonObject, type JsonValue } from '../text/json-value.js';
import { parseMillionths } from '../number/fixed.js';
import type { ClusterRanking, Standing } from '../standings/standing.js';
import { changed, match, presenceOf } from './changed.js';
import type { Cause, Changed, ClusterDiff, UnitDiff } from './result-diff.js';

const FIELDS = ['rank', 'tied', 'complete', 'class', 'total', 'base', 'bonus', 'penalty', 'missing'] as const;

/** What differs in one cluster; undefined when nothing does. */
export function diffCluster(
  before: ClusterRanking | undefined,
  after: ClusterRanking | undefined,
): ClusterDiff | undefined {
  const old = before?.standings ?? [];
  const now = after?.standings ?? [];
  const units = match(old, now, ({ unit }) => unit)
    .map((pair) => diffUnit(pair.before, pair.after))
    .filter((unit) => unit !== undefined);
  if (before !== undefined && after !== undefined && units.length === 0) return undefined;
  const passing = passingIn(old, now);
  for (const unit of units) {
    if (unit.presence !== 'both') continue;
    const moves = passing(unit.unit);
    unit.passed = moves.passed;
    unit.passedBy = moves.passedBy;
  }
  return { code: (after ?? before)!.code, presence: presenceOf(before, after), units };
}

function diffUnit(before: Standing | undefined, after: Standing | undefined): UnitDiff | undefined {
  const presence = presenceOf(before, after);
  const { unit } = (after ?? before)!;
  const diff: UnitDiff = { unit, presence, parts: {}, criteria: {}, passed: [], passedBy: [], because: [] };
  if (before === undefined || after === undefined) return diff;
  for (const field of FIELDS) {
    const change = changed<unknown>(before[field], after[field]);
    if (change !== undefined) Object.assign(diff, { [field]: change });
  }
  diff.parts = diffMembers(before.parts, after.parts);
  diff.criteria = diffMembers(before.criteria, after.criteria);
  if (isSame(diff)) return undefined;
  diff.because = causesOf(diff);
  return diff;
}

const isSame = (diff: UnitDiff): boolean =>
  !FIELDS.some((field) => diff[field] !== undefined) && !hasMembers(diff.parts) && !hasMembers(diff.criteria);

const hasMembers = (record: object): boolean => Object.keys(record).length > 0;

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

/** True when anything the unit itself has differs in value, whatever the others did; 80 and 80.0 do not. */
export const hasOwnChange = (diff: UnitDiff): boolean =>
  diff.complete !== undefined ||
  diff.missing !== undefined ||
  ['total', 'base', 'bonus', 'penalty'].some((field) => isOther(diff[field as 'total'])) ||
  Object.values(diff.parts).some(isOther) ||
  Object.values(diff.criteria).some((change) =>
    isOther({ before: change.before?.points ?? null, after: change.after?.points ?? null }),
  );

const isOther = (change: Changed<string | null> | undefined): boolean =>
  change !== undefined &&
  (change.before === null || change.after === null
    ? change.before !== change.after
    : parseMillionths(change.before) !== parseMillionths(change.after));

function causesOf(diff: UnitDiff): Cause[] {
  if (diff.rank === undefined && diff.class === undefined) return [];
  const causes: Cause[] = [hasOwnChange(diff) ? 'score' : 'others'];
  if (diff.rank !== undefined && diff.class !== undefined) causes.push('rank');
  return causes;
}

const placesOf = (standings: readonly Standing[]): Map<string, number> =>
  new Map(standings.map(({ unit, rank }) => [unit, rank ?? Number.MAX_SAFE_INTEGER]));

/** Who went past whom, by rank; a unit without a rank stands behind all that have one. */
function passingIn(
  old: readonly Standing[],
  now: readonly Standing[],
): (unit: string) => Pick<UnitDiff, 'passed' | 'passedBy'> {
  const before = placesOf(old);
  const after = placesOf(now);
  return (unit) => {
    const passed: string[] = [];
    const passedBy: string[] = [];
    for (const [other, place] of after) {
      const was = before.get(other);
      if (was === undefined) continue;
      const shift = Math.sign(after.get(unit)! - place) - Math.sign(before.get(unit)! - was);
      if (shift < 0) passed.push(other);
      else if (shift > 0) passedBy.push(other);
    }
    return { passed, passedBy };
  };
}
