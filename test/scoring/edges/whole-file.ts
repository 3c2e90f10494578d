import type { JsonObject, JsonValue } from '@thidua/scoring';

const criterion = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, rule: { kind: 'direct' } },
  ...over,
});

/** A right file with what every competition has; every-key.ts has the rest of the format as well. */
export const WHOLE: JsonObject = {
  format: 'thidua/1',
  asOf: '2022-12-31',
  campaign: { code: 'c', name: 'C', theme: 'T', from: '2022-01-01', to: '2022-12-31', basis: ['b'] },
  scales: [
    {
      ...{ code: 'S', version: 1, name: 'S', rounding: { digits: 2, mode: 'halfUp' }, floor: 0, ceiling: 100 },
      parts: [
        {
          ...{ code: 'I', name: 'I', max: 15 },
          criteria: [
            criterion('I.1', { scoredBy: 'unit', evidence: 'required', mandatory: true }),
            criterion('I.2', { rule: { kind: 'ratio', direction: 'lower', plan: 4 } }),
          ],
        },
        { code: 'II', name: 'II', max: 10, criteria: [criterion('II.1')] },
      ],
      bonus: { max: 5, criteria: [criterion('B')] },
      penalty: { max: 5, criteria: [criterion('P')] },
    },
  ],
  clusters: [
    {
      ...{ code: 'C', name: 'C', scale: 'S', head: 'U', deputies: ['V'] },
      units: [
        { code: 'U', name: 'U', kind: 'collective' },
        { code: 'V', name: 'V' },
      ],
    },
  ],
  targets: [{ unit: 'U', criterion: 'I.2', plan: 3 }],
  entries: [{ unit: 'U', criterion: 'I.1', stage: 'self', evidence: ['e'], reason: 'r', points: 5 }],
  holds: [{ unit: 'V', kind: 'discipline', from: '2022-01-01', to: '2022-02-01', reason: 'r' }],
  ranking: { precedence: ['total', 'part:I', 'criterion:I.1', 'base'], missing: 'zero', stage: 'self' },
  classes: [{ code: 'k', name: 'K', minTotal: 1, maxPenalty: 2, minParts: { I: 1 }, maxPercent: 50 }],
  rewards: [
    {
      ...{ code: 'r', name: 'R', for: 'collective', scope: 'cluster', quota: { percent: 20, rounding: 'up' } },
      ...{ maxRank: 3, minTotal: 1, classes: ['k'], minClusterSize: 1, excludes: [] },
      vote: { quorum: '2/3', base: 'members', atLeast: '90%', secret: true },
    },
    { code: 'q', name: 'Q', scope: 'campaign', quota: { count: 1 }, excludes: ['r'] },
  ],
};

type Owner = Record<string, JsonValue>;

const stepsOf = (path: string): string[] => path.match(/[^.[\]]+/g)!;
const walk = (steps: readonly string[], file: JsonObject): JsonValue =>
  steps.reduce<JsonValue>((owner, step) => (owner as Owner)[step]!, file);

/** What stands at a path like `scales[0].name`. */
export const valueAt = (path: string, file: JsonObject = WHOLE): JsonValue => walk(stepsOf(path), file);

/** The file with something else at a path; nothing there where the value is undefined. */
export function withAt(path: string, value: JsonValue | undefined, file: JsonObject = WHOLE): JsonObject {
  const copy = structuredClone(file);
  const steps = stepsOf(path);
  const owner = walk(steps.slice(0, -1), copy) as Owner;
  const key = steps.at(-1)!;
  if (value === undefined) delete owner[key];
  else owner[key] = value;
  return copy;
}
