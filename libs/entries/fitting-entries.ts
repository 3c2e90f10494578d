import type { FileEntry, Plan } from '@thidua/scoring';

/**
 * The entries of a unit that the rules still have a place for. Other rules may have come into force since they were
 * accepted: one of a criterion, stage or round that is left out, or no longer assigned to the unit, counts no more,
 * though its submission stays.
 */
export function fittingEntries<E extends Pick<FileEntry, 'criterion' | 'stage' | 'round'>>(
  { units, stages, rounds }: Plan,
  unit: string,
  entries: E[],
): E[] {
  const known = units.get(unit);
  if (known === undefined) return [];
  const fits = ({ criterion: code, stage, round }: E): boolean => {
    const criterion = known.scale.byCode.get(code);
    const level = stage === undefined ? 0 : stages.levelOf.get(stage);
    if (criterion === undefined || level === undefined || level < criterion.firstLevel) return false;
    if (known.notAssigned.has(criterion.index)) return false;
    return rounds === undefined ? round === undefined : round !== undefined && rounds.indexOf.has(round);
  };
  // Most often all do: then it is the same list.
  return entries.every(fits) ? entries : entries.filter(fits);
}
