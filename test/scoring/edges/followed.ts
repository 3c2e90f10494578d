import { expect } from '@jest/globals';
import {
  compile,
  openStanding,
  readCompetition,
  type Change,
  type Competition,
  type Entry,
  type JsonObject,
  type JsonValue,
  type LiveStanding,
  type Plan,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { fileOf } from './cluster-file.js';

export const put = (unit: string, criterion: string, points: number | string, over: object = {}): Change => ({
  put: { unit, criterion, stage: 'self', points, ...over } as Entry,
});
export const remove = (unit: string, criterion: string, over: object = {}): Change => ({
  remove: { unit, criterion, stage: 'self', ...over },
});
export const rulesOf = ({ entries: _entries, ...rules }: Competition): Plan => compile(rules);

/** A file of one scale S, of clusters by their units, and of points by unit, criterion and, where there are any, round. */
export const read = (scale: JsonObject, units: JsonValue[], entries: JsonValue[], over: JsonObject = {}): Competition =>
  valueOf<Competition>(
    readCompetition({
      ...fileOf({}),
      scales: [{ code: 'S', version: 1, name: 'S', rounding: { digits: 0 }, ...scale }],
      clusters: [
        { code: 'C', name: 'C', scale: 'S', units: units.map((unit) => ({ name: 'u', ...(unit as object) })) },
      ],
      entries,
      ...over,
    } as JsonObject),
  );
export const points = (unit: string, criterion: string, value: number | string, over: JsonObject = {}): JsonObject => ({
  ...{ unit, criterion, points: value, ...over },
});
/** The units of most. */
export const UNITS = ['u', 'v', 'w'].map((code) => ({ code }));

export const totals = (standing: LiveStanding): string[] =>
  standing
    .result('-')
    .clusters.flatMap(({ standings }) => standings.map(({ unit, total }) => `${unit} ${total}`).toSorted());

/** One change after the other, each of a standing that nobody looked at; what it is then, like a new one over the same. */
export function followed(file: Competition, ...changes: Change[]): string[][] {
  const entries = new Map<string, Entry>();
  const keyOf = ({ unit, criterion, stage = 'self', round = '' }: Partial<Entry>) =>
    [unit, criterion, stage, round].join(' ');
  for (const entry of file.entries ?? []) entries.set(keyOf(entry), { stage: 'self', ...entry } as Entry);
  const plan = rulesOf(file);
  return changes.map((change) => {
    const standing = openStanding(plan, entries.values());
    expect(standing.apply(change)).toMatchObject({ ok: true });
    if ('put' in change) entries.set(keyOf(change.put), change.put);
    else entries.delete(keyOf(change.remove as Partial<Entry>));
    expect(standing.result('-')).toEqual(openStanding(plan, entries.values()).result('-'));
    return totals(standing);
  });
}
