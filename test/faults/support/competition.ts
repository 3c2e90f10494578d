/** The competition the fault tests run: four clusters of four units, with proposals of cluster and of campaign scope. */
export const CAMPAIGN = 'faults';

export interface UnitPlace {
  readonly unit: string;
  readonly cluster: string;
}

export const CLUSTERS = ['C1', 'C2', 'C3', 'C4'] as const;

export const UNITS: readonly UnitPlace[] = CLUSTERS.flatMap((cluster) =>
  [1, 2, 3, 4].map((n) => ({ unit: `${cluster}-U${n}`, cluster })),
);

/** The criterion whose points are entered directly, so that a stored ranking shows which submission it counts. */
export const MARKED = 'I.1';

const scale = {
  code: 'chung',
  version: 1,
  name: 'Thang điểm chung',
  rounding: { digits: 2, mode: 'halfUp' },
  parts: [
    {
      code: 'I',
      name: 'Chỉ tiêu',
      max: 700,
      criteria: [
        { code: MARKED, name: 'Điểm khác nhau mỗi lần nộp', max: 600, rule: { kind: 'direct' } },
        { code: 'I.2', name: 'Thu ngân sách', max: 100, rule: { kind: 'ratio', threshold: 50 } },
      ],
    },
    {
      code: 'II',
      name: 'Cải cách hành chính',
      max: 200,
      criteria: [
        {
          code: 'II.1',
          name: 'Hồ sơ',
          max: 120,
          rule: { kind: 'tally', weights: { 'đúng hạn': 1, 'trễ hạn': '0.35' } },
        },
        { code: 'II.2', name: 'Xếp loại', max: 80, rule: { kind: 'choice', options: { tốt: 80, khá: 55 } } },
      ],
    },
  ],
  bonus: { max: 50, criteria: [{ code: 'TH', name: 'Sáng kiến', max: 50, rule: { kind: 'count', each: 10 } }] },
  penalty: { criteria: [{ code: 'TR', name: 'Chậm báo cáo', max: 30, rule: { kind: 'count', each: 3 } }] },
};

/** How classes follow from more than a unit's own cluster, if they do. */
export type Settling = 'none' | 'sharedByAll' | 'headsOfOthers';

/** The last cluster is of people then, each at the head of a unit of the first. */
const leads = (settling: Settling, { unit, cluster }: UnitPlace): object =>
  settling === 'headsOfOthers' && cluster === 'C4' ? { kind: 'individual', headOf: unit.replace('C4', 'C1') } : {};

/** The file as JSON. One unit of each cluster comes with entries, one unit is on hold. */
export function competitionFile(settling: Settling = 'none'): string {
  return JSON.stringify({
    format: 'thidua/1',
    campaign: { code: CAMPAIGN, name: 'Đợt thi đua thử lỗi', theme: 'Thử lỗi', from: '2022-01-01', to: '2022-12-31' },
    scales: [scale],
    clusters: CLUSTERS.map((code) => ({
      code,
      name: `Cụm ${code}`,
      scale: scale.code,
      units: UNITS.filter(({ cluster }) => cluster === code).map((place) => ({
        code: place.unit,
        name: `Đơn vị ${place.unit}`,
        ...leads(settling, place),
      })),
    })),
    targets: UNITS.map(({ unit }, index) => ({ unit, criterion: 'I.2', plan: 90 + index })),
    entries: CLUSTERS.flatMap((cluster, index) =>
      sheetEntries(`${index + 1}`, index).map((entry) => ({ unit: `${cluster}-U1`, ...entry })),
    ),
    holds: [{ unit: 'C2-U2', kind: 'discipline', from: '2022-10-01', reason: 'Đang xem xét' }],
    ranking: { precedence: ['total', 'part:I', 'penalty'], missing: 'zero', stage: 'self' },
    classes: [
      ...(settling === 'none'
        ? [{ code: 'tot', name: 'Tốt', minTotal: 500, maxPercent: 50 }]
        : // Within reach of what the officers submit, so that submissions move classes.
          [
            {
              code: 'tot',
              name: 'Tốt',
              maxShare: { percent: 30, scope: settling === 'sharedByAll' ? 'campaign' : 'cluster' },
            },
          ]),
      { code: 'dat', name: 'Đạt', minTotal: settling === 'none' ? 250 : 0 },
    ],
    rewards: [
      { code: 'co', name: 'Cờ thi đua', scope: 'cluster', quota: { count: 1 } },
      {
        code: 'bang-khen',
        name: 'Bằng khen',
        scope: 'campaign',
        quota: { percent: 25, rounding: 'down' },
        excludes: ['co'],
        ...(settling !== 'none' && { classes: ['tot'] }),
      },
    ],
  });
}

/** A full sheet: `points` for the marked criterion, and figures for the others that follow from `n`. */
export function sheetEntries(points: string, n: number): { criterion: string; [field: string]: unknown }[] {
  return [
    { criterion: MARKED, points },
    { criterion: 'I.2', actual: (n * 37) % 140 },
    { criterion: 'II.1', tally: { 'đúng hạn': 20 + (n % 11), 'trễ hạn': n % 7 } },
    { criterion: 'II.2', choice: n % 3 === 0 ? 'khá' : 'tốt' },
    { criterion: 'TH', count: n % 6 },
    { criterion: 'TR', count: n % 4 },
  ];
}
