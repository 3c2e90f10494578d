import type { JsonObject, JsonValue } from '@thidua/scoring';
import type { HostileText } from './texts.js';

export const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));
const json =
  (isSound: boolean) =>
  (name: string, make: () => JsonValue): HostileText => ({
    name: `rules: ${name}`,
    syntax: 'json',
    make: () => JSON.stringify(make()),
    isSound,
  });
export const sound = json(true);
export const refused = json(false);

export const direct = (code: string): JsonObject => ({ code, name: code, max: 10, rule: { kind: 'direct' } });
export const named = (code: string): JsonObject => ({ code, name: code });
export const year = { from: '2022-01-01', to: '2022-12-31' };

/** A sound file of one cluster with so many units on one criterion a, each with points for it, laid over with more. */
export function file(size: number, over: JsonObject = {}, criteria: JsonObject[] = [direct('a')]): JsonObject {
  const max = 10 * criteria.length;
  return {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', ...year },
    scales: [{ code: 'S', version: 1, name: 'S', parts: [{ code: 'I', name: 'I', max, criteria }] }],
    clusters: [{ code: 'C', name: 'C', scale: 'S', units: times(size, (i) => named(`u${i}`)) }],
    entries: times(size, (i) => ({ unit: `u${i}`, criterion: 'a', points: (i % 1000) / 100 })),
    ...over,
  };
}

/** Points entered for so many units, each on the criterion that stands at its place. */
export const pointsFor = (
  size: number,
  criteria: number,
  over: (index: number) => JsonObject = () => ({}),
): JsonObject[] => times(size, (i) => ({ unit: `u${i}`, criterion: `c${i % criteria}`, points: 1, ...over(i) }));
export const criteria = (count: number, over: (index: number) => JsonObject = () => ({})): JsonObject[] =>
  times(count, (i) => ({ ...direct(`c${i}`), ...over(i) }));
/** Parts with nothing in them. */
export const emptyParts = (count: number): JsonObject[] =>
  times(count, (i) => ({ ...named(`p${i}`), max: 0, criteria: [] }));

/** The file with other parts in its first scale. */
export function onParts(document: JsonObject, parts: JsonObject[]): JsonObject {
  (document['scales'] as JsonObject[])[0]!['parts'] = parts;
  return document;
}
export const rounds = (count: number): JsonObject[] => times(count, (i) => ({ ...named(`r${i}`), ...year }));
export const units = (count: number, over: (index: number) => JsonObject = () => ({})): JsonObject[] =>
  times(count, (i) => ({ ...named(`u${i}`), ...over(i) }));
export const cluster = (members: JsonObject[], code = 'C'): JsonObject => ({
  ...named(code),
  scale: 'S',
  units: members,
});
/** So many clusters of so many units. */
export const clusters = (count: number, size: number): JsonObject[] =>
  times(count, (i) =>
    cluster(
      times(size, (j) => named(`u${i * size + j}`)),
      `C${i}`,
    ),
  );
export const everybody = { count: 1_000_000 };
export const total = (expr: string): JsonObject => ({ inputs: { t: 'total' }, expr });
export const sum = (nodes: number): JsonObject => total(`t${'+t'.repeat(nodes / 2 - 2)} > 0`);
/** Some of 30 traits, other ones for each unit. */
export const traits = (i: number): string[] => [
  `t${i % 30}`,
  `t${(i * 7 + Math.floor(i / 30)) % 30}`,
  `t${(i >> 5) % 30}`,
];
export const distinct = (list: string[]): string[] => [...new Set(list)];
