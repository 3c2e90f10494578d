import type { ClusterRanking, Standing } from '../standings/standing.js';
import { compareCodes } from '../text/codes.js';
import { changed, match, presenceOf } from './changed.js';
import { diffRounds, diffStanding, hasOwnChange, isSame } from './diff-standing.js';
import type { Cause, ClusterDiff, UnitDiff } from './result-diff.js';

/** What differs in one cluster; undefined when nothing does. */
export function diffCluster(
  before: ClusterRanking | undefined,
  after: ClusterRanking | undefined,
): ClusterDiff | undefined {
  const old = before?.standings ?? [];
  const now = after?.standings ?? [];
  const isShared = rankedOf(old) !== rankedOf(now);
  const pairs = match(old, now, ({ unit }) => unit);
  const changes = pairs.map((pair) => diffUnit(pair.before, pair.after, diffRoundsOf(before, after), isShared));
  const rounds = before && after && changed(roundsOf(before), roundsOf(after));
  const isListed = changes.some((unit) => unit !== undefined);
  if (before !== undefined && after !== undefined && !isListed && rounds === undefined) return undefined;
  const others = notePassing(changes, old, now);
  const units = pairs
    .map((pair, index) => changes[index] ?? others.get(pair.after!.unit))
    .filter((unit) => unit !== undefined);
  const presence = presenceOf(before, after);
  return { code: (after ?? before)!.code, presence, ...(rounds && { rounds }), units };
}

const rankedOf = (standings: readonly Standing[]): number => standings.filter(({ rank }) => rank !== null).length;

/** Sorted, as rounds are matched by their codes. */
const roundsOf = ({ rounds = [] }: ClusterRanking): string[] => rounds.map(({ code }) => code).sort(compareCodes);

/** Of a unit that is in both. */
const diffRoundsOf = (before: ClusterRanking | undefined, after: ClusterRanking | undefined) => (unit: string) =>
  diffRounds(before!.rounds, after!.rounds, unit);

function diffUnit(
  before: Standing | undefined,
  after: Standing | undefined,
  roundsOfUnit: (unit: string) => UnitDiff['rounds'],
  isShared: boolean,
): UnitDiff | undefined {
  const presence = presenceOf(before, after);
  const { unit } = (after ?? before)!;
  const diff: UnitDiff = {
    ...{ unit, presence, ...diffStanding(before, after) },
    ...{ rounds: [], passed: [], passedBy: [], because: [] },
  };
  if (before === undefined || after === undefined) return diff;
  const given = changed(before.class, after.class);
  if (given !== undefined) diff.class = given;
  diff.rounds = roundsOfUnit(unit);
  if (isSame(diff) && given === undefined && diff.rounds.length === 0) return undefined;
  diff.because = causesOf(diff, isShared);
  return diff;
}

/** Why rank or class changed; `isShared`: the places of classes may be others, as others are ranked. */
function causesOf(diff: UnitDiff, isShared: boolean): Cause[] {
  if (diff.rank === undefined && diff.class === undefined) return [];
  const causes: Cause[] = [];
  if (hasOwnChange(diff)) causes.push('score');
  if (diff.class !== undefined && diff.facts !== undefined) causes.push('facts');
  if (causes.length === 0) causes.push('others');
  if (diff.class !== undefined && diff.rank !== undefined) causes.push('rank');
  if (diff.class !== undefined && isShared) causes.push('share');
  return causes;
}

const placesOf = (standings: readonly Standing[]): Map<string, number> =>
  new Map(standings.map(({ unit, rank }) => [unit, rank ?? Number.MAX_SAFE_INTEGER]));

/**
 * Notes of each unit that changed whom it went past, and who went past it, by rank; a unit without a rank stands behind
 * all that have one. Gives the others that this is told of: a unit keeps its rank where one draws level with it, or where
 * as many fall behind it as go past. Of two units one has changed, so it is enough to go out from those.
 */
function notePassing(
  changes: readonly (UnitDiff | undefined)[],
  old: readonly Standing[],
  now: readonly Standing[],
): ReadonlyMap<string, UnitDiff> {
  const before = placesOf(old);
  const after = placesOf(now);
  const listed = changes.filter((unit) => unit?.presence === 'both') as UnitDiff[];
  const others = new Map<string, UnitDiff>();
  const otherOf = (unit: string): UnitDiff => {
    const other = others.get(unit) ?? nothingOf(unit);
    others.set(unit, other);
    return other;
  };
  for (const unit of listed) {
    const [was, is] = [before.get(unit.unit)!, after.get(unit.unit)!];
    for (const [code, place] of after) {
      const placeBefore = before.get(code);
      if (placeBefore === undefined) continue;
      const shift = Math.sign(is - place) - Math.sign(was - placeBefore);
      if (shift < 0) {
        unit.passed.push(code);
        otherOf(code).passedBy.push(unit.unit);
      } else if (shift > 0) {
        unit.passedBy.push(code);
        otherOf(code).passed.push(unit.unit);
      }
    }
  }
  return others;
}

const nothingOf = (unit: string): UnitDiff => ({
  ...{ unit, presence: 'both', parts: {}, groups: {}, criteria: {} },
  ...{ rounds: [], passed: [], passedBy: [], because: [] },
});
