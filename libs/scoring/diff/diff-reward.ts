import type { RewardRow } from '../rewards/reward-row.js';
import { compareCodes } from '../text/codes.js';
import { changed, presenceOf } from './changed.js';
import { hasOwnChange } from './diff-cluster.js';
import type { Cause, RewardDiff, RewardMove, UnitDiff } from './result-diff.js';
import type { RewardState } from '../rewards/reward-row.js';

const LISTS = ['proposed', 'tieAtEdge', 'held', 'barred'] as const;

/** What differs in one row of rewards; undefined when nothing does. `units` are the units that changed, by code. */
export function diffReward(
  before: RewardRow | undefined,
  after: RewardRow | undefined,
  units: ReadonlyMap<string, UnitDiff>,
): RewardDiff | undefined {
  const { code, cluster } = (after ?? before)!;
  const quota = changed(before?.quota ?? 0, after?.quota ?? 0);
  const open = changed(before?.open ?? 0, after?.open ?? 0);
  const was = statesOf(before);
  const is = statesOf(after);
  const moves: RewardMove[] = [...new Set([...was.keys(), ...is.keys()])].sort(compareCodes).flatMap((unit) => {
    const state = changed<RewardState>(was.get(unit) ?? 'none', is.get(unit) ?? 'none');
    if (state === undefined) return [];
    return [{ unit, state, because: causesOf(state.before, state.after, quota !== undefined, units.get(unit)) }];
  });
  const order = moves.length === 0 ? changed(listed(before), listed(after)) : undefined;
  const presence = presenceOf(before, after);
  if (presence === 'both' && moves.length === 0 && !quota && !open && !order) return undefined;
  return { code, cluster, presence, ...(quota && { quota }), ...(open && { open }), moves, ...(order && { order }) };
}

const listed = (row: RewardRow | undefined): string[] => LISTS.flatMap((list) => row?.[list] ?? []);

const statesOf = (row: RewardRow | undefined): Map<string, RewardState> =>
  new Map(LISTS.flatMap((list) => (row?.[list] ?? []).map((unit): [string, RewardState] => [unit, list])));

function causesOf(was: RewardState, is: RewardState, quota: boolean, unit: UnitDiff | undefined): Cause[] {
  const causes: Cause[] = [];
  if (unit !== undefined && (unit.presence !== 'both' || hasOwnChange(unit))) causes.push('score');
  if (unit?.rank !== undefined) causes.push('rank');
  if (unit?.class !== undefined) causes.push('class');
  if (was === 'held' || is === 'held') causes.push('hold');
  if (was === 'tieAtEdge' || is === 'tieAtEdge') causes.push('tie');
  if (quota) causes.push('quota');
  return causes.length > 0 ? causes : ['others'];
}
