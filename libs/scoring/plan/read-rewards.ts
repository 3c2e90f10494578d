import { readFraction } from '../number/fraction.js';
import type { PlanClass, PlanReward, Quota, QuotaRounding } from './plan.js';
import type { VoteRule } from './competition.js';
import { asReference, Fields, tellType } from '../text/fields.js';
import { isObject, member } from '../text/json-value.js';
import { readPercentage } from './read-classes.js';

export const KEYS = [
  'code',
  'name',
  'for',
  'scope',
  'quota',
  'maxRank',
  'minTotal',
  'classes',
  'minClusterSize',
  'excludes',
  'vote',
];

/** Checks `rewards`, in order (spec, "Rewards, in order"). */
export function readRewards(top: Fields, classes: readonly PlanClass[]): PlanReward[] {
  const rewards: PlanReward[] = [];
  if (!top.has('rewards')) return rewards;
  const items = top.list('rewards') ?? [];
  const classCodes = new Set(classes.map((each) => each.code));
  const allCodes = new Set(items.map(({ value }) => (isObject(value) ? member(value, 'code') : undefined)));
  for (const { value, path } of items) {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) continue;
    const earlier = new Set(rewards.map((each) => each.code));
    rewards.push(readReward(fields, earlier, classCodes, allCodes));
  }
  return rewards;
}

function readReward(
  fields: Fields,
  earlier: ReadonlySet<string>,
  classCodes: ReadonlySet<string>,
  allCodes: ReadonlySet<unknown>,
): PlanReward {
  const code = fields.code('code') ?? '';
  if (code !== '' && earlier.has(code)) {
    fields.problems.add('code.duplicate', fields.at('code'), 'two rewards have this code', { value: code });
  }
  const name = fields.text('name') ?? '';
  const audience = fields.has('for') ? fields.oneOf('for', ['collective', 'individual']) : undefined;
  const scope = fields.oneOf('scope', ['cluster', 'campaign']) ?? 'cluster';
  const quota = readQuota(fields);
  const maxRank = fields.has('maxRank') ? fields.count('maxRank') : undefined;
  const minTotal = fields.has('minTotal') ? fields.decimal('minTotal') : undefined;
  const classes = fields.has('classes') ? readReferences(fields, 'classes', classCodes) : undefined;
  const minClusterSize = fields.has('minClusterSize') ? fields.count('minClusterSize') : undefined;
  const excludes = fields.has('excludes') ? readReferences(fields, 'excludes', allCodes) : new Set<string>();
  return {
    code,
    name,
    for: audience,
    scope,
    quota,
    maxRank,
    minTotal,
    classes,
    minClusterSize,
    excludes: [...excludes].filter((other) => earlier.has(other)),
    vote: fields.has('vote') ? readVote(fields) : undefined,
  };
}

function readQuota(reward: Fields): Quota {
  const none: Quota = { count: 0n };
  if (!reward.has('quota')) {
    reward.raw('quota'); // tells that it is missing
    return none;
  }
  const raw = reward.record['quota'];
  const byPercent = isObject(raw) && Object.hasOwn(raw, 'percent');
  const known = byPercent ? ['percent', 'rounding'] : ['count'];
  const fields = Fields.open(raw, reward.at('quota'), reward.problems, known);
  if (fields === undefined) return none;
  if (!byPercent) return { count: fields.count('count') ?? 0n };
  const roundings: readonly QuotaRounding[] = ['down', 'up', 'halfUp'];
  const rounding = fields.has('rounding') ? fields.oneOf('rounding', roundings) : undefined;
  const percent = readPercentage(fields, 'percent');
  return percent === undefined ? none : { percent, rounding: rounding ?? 'down' };
}

function readReferences(fields: Fields, key: string, known: ReadonlySet<unknown>): Set<string> {
  const found = new Set<string>();
  for (const { value, path } of fields.list(key) ?? []) {
    const code = asReference(value, path, fields.problems);
    if (code === undefined) continue;
    if (known.has(code)) found.add(code);
    else {
      const reason = key === 'classes' ? 'class' : 'reward';
      fields.problems.add('ref.unknown', path, `there is no such ${reason}`, { reason, value: code.slice(0, 80) });
    }
  }
  return found;
}

function readVote(reward: Fields): VoteRule | undefined {
  const keys = ['quorum', 'base', 'atLeast', 'secret'];
  const fields = Fields.open(reward.record['vote'], reward.at('vote'), reward.problems, keys);
  if (fields === undefined) return undefined;
  const quorum = readShare(fields, 'quorum');
  const base = fields.oneOf('base', ['members', 'present', 'cast']);
  const atLeast = readShare(fields, 'atLeast');
  const secret = fields.has('secret') ? fields.flag('secret') : false;
  if (quorum === undefined || base === undefined || atLeast === undefined) return undefined;
  return { quorum, base, atLeast, secret: secret ?? false };
}

function readShare(fields: Fields, key: string): string | number | undefined {
  const raw = fields.raw(key);
  if (raw === undefined) return undefined;
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return tellType(fields.problems, fields.at(key), 'share');
  }
  if (readFraction(raw) !== null) return raw;
  return fields.range(key, 'a share between 0 and 1 is written "2/3", "90%" or as a decimal', 'share');
}
