import type { JsonObject } from '@thidua/scoring';

export interface SmallCompetition {
  readonly code: string;
  /** Units of each cluster, by cluster code. */
  readonly clusters: Readonly<Record<string, readonly string[]>>;
  readonly entries?: readonly object[];
  readonly rewards?: readonly object[];
  /** Further top-level members. */
  readonly more?: JsonObject;
}

/**
 * A competition on one scale: `A` (0–100 points as given), `B` (share of a plan of 50, up to 100 points), `P` (a
 * penalty of 5 each, counted), `K` (only the cluster scores it, 0–10, not mandatory).
 */
export function smallCompetition({
  code,
  clusters,
  entries = [],
  rewards = [],
  more = {},
}: SmallCompetition): JsonObject {
  return {
    format: 'thidua/1',
    campaign: { code, name: `Phong trào ${code}`, from: '2022-01-01', to: '2022-12-31' },
    scales: [
      {
        code: 'chung',
        version: 1,
        name: 'Thang điểm chung',
        parts: [
          {
            code: 'I',
            name: 'Phần I',
            max: 200,
            criteria: [
              { code: 'A', name: 'Điểm A', max: 100, rule: { kind: 'direct' } },
              { code: 'B', name: 'Chỉ tiêu B', max: 100, rule: { kind: 'ratio', plan: 50 } },
              { code: 'K', name: 'Cụm chấm', max: 10, scoredBy: 'cluster', mandatory: false, rule: { kind: 'direct' } },
            ],
          },
        ],
        penalty: { max: 20, criteria: [{ code: 'P', name: 'Điểm trừ', max: 20, rule: { kind: 'count', each: 5 } }] },
      },
    ],
    clusters: Object.entries(clusters).map(([cluster, units]) => ({
      code: cluster,
      name: `Cụm ${cluster}`,
      scale: 'chung',
      units: units.map((unit) => ({ code: unit, name: `Đơn vị ${unit}` })),
    })),
    entries: [...entries],
    rewards: [...rewards],
    ...more,
  } as unknown as JsonObject;
}

/** A unit's whole self-score on the small scale: `a` points, `b` of the plan of 50. */
export function selfScore(a: number | string, b: number | string = 50): object[] {
  return [
    { criterion: 'A', points: a },
    { criterion: 'B', actual: b },
  ];
}

/** The same entries as they stand in a competition file. */
export function ofUnit(unit: string, entries: readonly object[]): object[] {
  return entries.map((entry) => ({ unit, ...entry }));
}

/** A reward of each cluster for its first unit, and one of the campaign that leaves those out. */
export const TWO_REWARDS = [
  { code: 'co', name: 'Cờ thi đua', scope: 'cluster', quota: { count: 1 } },
  { code: 'bang-khen', name: 'Bằng khen', scope: 'campaign', quota: { count: 2 }, excludes: ['co'] },
] as const;
