import type { JsonObject } from '@thidua/scoring';
import { accountOf, errorsOf, smallFile } from '../small-file.js';

/** The working of a rule on a value, in one line, and the points: max 10 and two digits, the target where there is one. */
export function work(rule: JsonObject, value: JsonObject, plan?: number): string {
  const file: JsonObject = plan === undefined ? {} : { targets: [{ unit: 'U', criterion: 'I.1', plan }] };
  const { steps, points, cut } = accountOf({ rule, value, file });
  const told = steps.map((each) => [each.term, each.label, each.value].filter((part) => part !== undefined).join(' '));
  return [...told, cut === null ? points : `${points} ${cut}`].join(', ');
}
export const RULE = 'scales[0].parts[0].criteria[0].rule';
export const ofRule = (rule: JsonObject): string[] => errorsOf(smallFile({ rule }));
export const ofValue = (rule: JsonObject, value: JsonObject): string[] => errorsOf(smallFile({ rule, value }));
export const kind = (name: string, over: JsonObject = {}): JsonObject => ({ kind: name, ...over });
