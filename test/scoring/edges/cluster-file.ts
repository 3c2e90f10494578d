import { readCompetition, score, type Competition, type JsonObject, type ResultDocument } from '@thidua/scoring';
import { valueOf } from '../read-file.js';

export const direct = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 100, rule: { kind: 'direct' } },
  ...over,
});

/** Clusters by their units, units by their points on a (part I), x (bonus) and y (penalty). Later codes come first. */
export type Points = Record<string, Record<string, (number | null)[]>>;

export function fileOf(points: Points, over: JsonObject = {}): JsonObject {
  const units = Object.values(points).flatMap((cluster) => Object.entries(cluster));
  return {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
    scales: [
      {
        ...{ code: 'S', version: 1, name: 'S', rounding: { digits: 0 } },
        parts: [{ code: 'I', name: 'I', max: 100, criteria: [direct('a')] }],
        ...{ bonus: { criteria: [direct('x')] }, penalty: { criteria: [direct('y')] } },
      },
    ],
    clusters: Object.entries(points).map(([code, cluster]) => ({
      ...{ code, name: code, scale: 'S' },
      units: Object.keys(cluster).map((unit) => ({ code: unit, name: unit })),
    })),
    entries: units.flatMap(([unit, [a, x, y]]) =>
      Object.entries({ a, x, y }).flatMap(([criterion, value]) =>
        value === undefined || value === null ? [] : [{ unit, criterion, points: value }],
      ),
    ),
    ...over,
  };
}
export const competition = (points: Points, over: JsonObject = {}): Competition =>
  valueOf<Competition>(readCompetition(fileOf(points, over)));
export const resultOf = (points: Points, over: JsonObject = {}): ResultDocument =>
  score(competition(points, over), '-');
export const ranksOf = (result: ResultDocument): string[] =>
  result.clusters.map(({ code, standings }) =>
    [code, ...standings.map(({ unit, rank, tied }) => `${unit}:${rank}${tied ? '=' : ''}`)].join(' '),
  );
