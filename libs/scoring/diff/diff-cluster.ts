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
  const units = match(old, now, ({ unit }) => unit)
    .map((pair) => diffUnit(pair.before, pair.after, diffRoundsOf(before, after), isShared))
    .filter((unit) => unit !== undefined);
  const rounds = before && after && changed(roundsOf(before), roundsOf(after));
  if (before !== undefined && after !== undefined && units.length === 0 && rounds === undefined) return undefined;
  const passing = passingIn(old, now);
  for (const unit of units) {
    if (unit.presence !== 'both') continue;
    const moves = passing(unit.unit);
    unit.passed = moves.passed;
    unit.passedBy = moves.passedBy;
  }
  const presence = presenceOf(before, after);
  return { code: (after ?? before)!.code, presence, ...(rounds && { rounds }), units };
}

const rankedOf = (standings: readonly Standing[]): number => standings.filter(({ rank }) => rank !== null).length;

/** Sorted, as rounds are matched by their codes. */
const roundsOf = ({ rounds = [] }: ClusterRanking): string[] => rounds.map(({ code }) => code).sort(compareCodes);

const diffRoundsOf = (before: ClusterRanking | undefined, after: ClusterRanking | undefined) => (unit: string) =>
  diffRounds(before?.rounds, after?.rounds, unit);

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
