/* Small files for what warnings say: three units on two parts, and what a case lays over them. */
import { readCompetition, warningsOf, type Competition, type JsonObject } from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile, told } from '../small-file.js';

export const criterion = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, rule: { kind: 'direct' } },
  ...over,
});
export const unit = (code: string, over: JsonObject = {}): JsonObject => ({ code, name: code, ...over });
export const cluster = (code: string, units: JsonObject[], scale = 'S'): JsonObject => ({
  code,
  name: code,
  scale,
  units,
});
export const when = (expr: string, inputs: JsonObject): JsonObject => ({ when: { inputs, expr } });
export const group = (code: string, over: JsonObject): JsonObject => ({ code, name: code, ...over });
export const part = (code: string, max: number, over: JsonObject): JsonObject => ({ code, name: code, max, ...over });
export const classes = (...list: JsonObject[]): JsonObject => ({
  classes: list.map((each, index) => ({ code: `k${index}`, name: `K${index}`, ...each })),
});
export const rewards = (...list: JsonObject[]): JsonObject => ({
  rewards: list.map((each, index) => ({ code: `r${index}`, name: `R${index}`, quota: { count: 1 }, ...each })),
});
export const rounds = (how: string, over: JsonObject = {}, weights: number[] = [1, 1]): JsonObject => ({
  rounds: weights.map((weight, index) => ({
    ...{ code: `Q${index}`, name: 'Q', from: index === 0 ? '2022-01-01' : '2022-07-01', to: '2022-12-31', weight },
  })),
  combine: { how, ...over },
});

/** Points for everybody: part I to 20 (a, and b in group g), part II to 10 (c). */
export const PARTS: JsonObject[] = [
  part('I', 20, { criteria: [criterion('a')], groups: [group('g', { criteria: [criterion('b')] })] }),
  part('II', 10, { criteria: [criterion('c')] }),
];
/** A scale T beside it with the same parts, of which a gives 30. */
export const WIDE: JsonObject[] = [
  part('I', 40, { criteria: [criterion('a', { max: 30 })], groups: [group('g', { criteria: [criterion('b')] })] }),
  PARTS[1]!,
];

/** What a case lays over a file of three units: its scale, a second scale T, its one cluster's units, or the whole. */
export interface Change {
  scale?: JsonObject;
  second?: JsonObject;
  units?: JsonObject[];
  file?: JsonObject;
}

export function warned({
  scale = {},
  second,
  units = ['U1', 'U2', 'U3'].map((code) => unit(code)),
  file,
}: Change): string[] {
  const document = smallFile({ file: { clusters: [cluster('C', units)], ...file } });
  const own: JsonObject = { code: 'S', version: 1, name: 'S', rounding: { digits: 0 }, parts: PARTS, ...scale };
  const scales = [own, ...(second === undefined ? [] : [{ ...own, code: 'T', parts: WIDE, ...second }])];
  return told(warningsOf(valueOf<Competition>(readCompetition({ ...document, scales }))));
}

/** A unit of each scale: one scored to 30, one to 50. */
export const TWO: JsonObject = { clusters: [cluster('C', [unit('U1')]), cluster('D', [unit('U2')], 'T')] };
export const TOTAL = { t: 'total' };
export const ALL = ['U1', 'U2', 'U3'];
export const notAssigned = (units: string[], code: string): JsonObject => ({
  notAssigned: units.map((each) => ({ unit: each, criterion: code })),
});
export type Case = [what: string, change: Change, expected: string[]];
