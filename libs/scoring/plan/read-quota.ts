import { Fields, tellType } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { isObject } from '../text/json-value.js';
import type { Quota, QuotaRounding } from './plan.js';
import { readPercentage } from './read-classes.js';

export const COUNT_KEYS = ['count'];
export const PERCENT_KEYS = ['percent', 'of', 'rounding'];
const ROUNDINGS: readonly QuotaRounding[] = ['down', 'up', 'halfUp'];

/** Checks a reward's `quota`; `earlier` are the rewards that it may be a share of. */
export function readQuota(reward: Fields, earlier: ReadonlySet<string>): Quota {
  const none: Quota = { count: 0n };
  const raw = reward.raw('quota');
  if (raw === undefined) return none;
  const has = (key: string): boolean => isObject(raw) && Object.hasOwn(raw, key);
  // What says how a share is rounded or what it is of is one, though its per cent be missing.
  const byPercent = has('percent') || (!has('count') && PERCENT_KEYS.some(has));
  const isBoth = has('percent') && has('count');
  const known = isBoth ? [...COUNT_KEYS, ...PERCENT_KEYS] : byPercent ? PERCENT_KEYS : COUNT_KEYS;
  const fields = Fields.open(raw, reward.at('quota'), reward.problems, known);
  if (fields === undefined) return none;
  if (isBoth) fields.range('percent', 'write one of count and percent', 'both');
  if (!byPercent) return { count: fields.count('count') ?? 0n };
  const rounding = fields.has('rounding') ? fields.oneOf('rounding', ROUNDINGS) : undefined;
  const of = fields.has('of') ? readOf(fields, earlier) : undefined;
  const percent = readPercentage(fields, 'percent');
  return percent === undefined ? none : { percent, of, rounding: rounding ?? 'down' };
}

/** The reward whose proposals are counted; undefined for the ranked units. */
function readOf(fields: Fields, earlier: ReadonlySet<string>): string | undefined {
  const of = fields.raw('of');
  if (of !== undefined && typeof of !== 'string') return tellType(fields.problems, fields.at('of'), 'quotaOf');
  if (of === undefined || of === 'ranked') return undefined;
  const code = of.startsWith('reward:') ? of.slice('reward:'.length) : undefined;
  if (code === undefined) {
    return fields.range('of', '"ranked" or "reward:" and the code of an earlier reward is expected', 'quotaOf');
  }
  if (earlier.has(code)) return code;
  fields.problems.add('ref.unknown', fields.at('of'), 'there is no such reward earlier in the list', {
    reason: 'earlier',
    value: code.slice(0, 80),
    ...knownCodes(earlier),
  });
  return undefined;
}
