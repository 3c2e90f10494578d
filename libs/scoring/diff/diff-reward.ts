import type { RewardRow } from '../rewards/reward-row.js';
import { compareCodes } from '../text/codes.js';
import { changed, presenceOf } from './changed.js';
import { hasOwnChange } from './diff-standing.js';
import type { Cause, Changed, RewardDiff, RewardMove, UnitDiff } from './result-diff.js';
import type { RewardState } from '../rewards/reward-row.js';

const LISTS = ['proposed', 'tieAtEdge', 'held', 'barred'] as const;

/**
 * What differs in one row of rewards; undefined when nothing does. `units` are the units that changed, by code;
 * `earlier` are those that gained or lost a reward earlier in the list.
 */
export function diffReward(
  before: RewardRow | undefined,
  after: RewardRow | undefined,
  units: ReadonlyMap<string, UnitDiff>,
  earlier: ReadonlySet<string>,
): RewardDiff | undefined {
  const { code, cluster } = (after ?? before)!;
  const quota = changed(before?.quota ?? 0, after?.quota ?? 0);
  const open = changed(before?.open ?? 0, after?.open ?? 0);
  const was = statesOf(before);
  const is = statesOf(after);
  const moves: RewardMove[] = [...new Set([...was.keys(), ...is.keys()])].sort(compareCodes).flatMap((unit) => {
    const state = changed<RewardState>(was.get(unit) ?? 'none', is.get(unit) ?? 'none');
    if (state === undefined) return [];
    const because = causesOf(state, quota !== undefined, units.get(unit), earlier.has(unit));
    return [{ unit, state, because }];
  });
  const order = moves.length === 0 ? changed(listed(before), listed(after)) : undefined;
  const presence = presenceOf(before, after);
  if (presence === 'both' && moves.length === 0 && !quota && !open && !order) return undefined;
  return { code, cluster, presence, ...(quota && { quota }), ...(open && { open }), moves, ...(order && { order }) };
}

const listed = (row: RewardRow | undefined): string[] => LISTS.flatMap((list) => row?.[list] ?? []);

const statesOf = (row: RewardRow | undefined): Map<string, RewardState> =>
  new Map(LISTS.flatMap((list) => (row?.[list] ?? []).map((unit): [string, RewardState] => [unit, list])));

function causesOf(
  { before: was, after: is }: Changed<RewardState>,
  quota: boolean,
  unit: UnitDiff | undefined,
  hadEarlier: boolean,
): Cause[] {
  const causes: Cause[] = [];
  const either = (state: RewardState): boolean => was === state || is === state;
  if (unit !== undefined && (unit.presence !== 'both' || hasOwnChange(unit))) causes.push('score');
  // Nothing but a fact bars, whether it is the unit's facts that changed or what they do.
  if (unit?.facts !== undefined || either('barred')) causes.push('facts');
  if (unit?.rank !== undefined) causes.push('rank');
  if (unit?.class !== undefined) causes.push('class');
  if (either('held')) causes.push('hold');
  if (either('tieAtEdge')) causes.push('tie');
  if (quota) causes.push('quota');
  if (hadEarlier) causes.push('reward');
  return causes.length > 0 ? causes : ['others'];
}

/** Units that gained or lost the reward of a row. */
export function gainedOrLost(before: RewardRow | undefined, after: RewardRow | undefined): string[] {
  const [was, is] = [new Set(before?.proposed), new Set(after?.proposed)];
  return [...new Set([...was, ...is])].filter((unit) => was.has(unit) !== is.has(unit));
}
