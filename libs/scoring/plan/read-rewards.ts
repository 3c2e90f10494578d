import { asReference, Fields } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { isObject, member } from '../text/json-value.js';
import type { PlanClass, PlanReward } from './plan.js';
import { readCondition, type ConditionScope } from './read-condition.js';
import { readQuota } from './read-quota.js';
import { readVote } from './read-vote.js';

export const KEYS = [
  ...['code', 'name', 'for', 'scope', 'quota', 'maxRank', 'minTotal', 'classes', 'minClusterSize'],
  ...['excludes', 'requires', 'when', 'vote'],
];

/** What the rewards of a file are read in. */
interface RewardScope {
  conditions: ConditionScope;
  classes: ReadonlySet<string>;
  /** Codes of every reward of the list, whatever stands there. */
  all: ReadonlySet<unknown>;
  /** Codes of those that come before. */
  earlier: ReadonlySet<string>;
}

/** Checks `rewards`, in order (spec, "Rewards, in order"). */
export function readRewards(top: Fields, classes: readonly PlanClass[], conditions: ConditionScope): PlanReward[] {
  const rewards: PlanReward[] = [];
  if (!top.has('rewards')) return rewards;
  const items = top.list('rewards') ?? [];
  const scope = {
    conditions,
    classes: new Set(classes.map((each) => each.code)),
    all: new Set(items.map(({ value }) => (isObject(value) ? member(value, 'code') : undefined))),
    earlier: new Set<string>(),
  };
  for (const { value, path } of items) {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) continue;
    const reward = readReward(fields, scope);
    rewards.push({ index: rewards.length, ...reward });
    scope.earlier.add(reward.code);
  }
  return rewards;
}

function readReward(fields: Fields, scope: RewardScope): Omit<PlanReward, 'index'> {
  const { conditions, classes, all, earlier } = scope;
  const code = fields.code('code') ?? '';
  if (code !== '' && earlier.has(code)) {
    fields.problems.add('code.duplicate', fields.at('code'), 'two rewards have this code', { value: code });
  }
  const excludes = fields.has('excludes') ? readReferences(fields, 'excludes', all, 'reward') : new Set<string>();
  const requires = fields.has('requires') ? readReferences(fields, 'requires', earlier, 'earlier') : new Set<string>();
  return {
    code,
    name: fields.text('name') ?? '',
    for: fields.has('for') ? fields.oneOf('for', ['collective', 'individual']) : undefined,
    scope: (fields.has('scope') ? fields.oneOf('scope', ['cluster', 'campaign']) : undefined) ?? 'cluster',
    quota: readQuota(fields, earlier),
    maxRank: fields.has('maxRank') ? fields.count('maxRank') : undefined,
    minTotal: fields.has('minTotal') ? fields.decimal('minTotal') : undefined,
    classes: fields.has('classes') ? readReferences(fields, 'classes', classes, 'class') : undefined,
    minClusterSize: fields.has('minClusterSize') ? fields.count('minClusterSize') : undefined,
    excludes: [...excludes].filter((other) => earlier.has(other)),
    requires: [...requires],
    when: fields.has('when') ? readCondition(fields, 'when', conditions) : undefined,
    vote: fields.has('vote') ? readVote(fields) : undefined,
  };
}

const MISSING = {
  class: 'there is no such class',
  reward: 'there is no such reward',
  earlier: 'there is no such reward earlier in the list',
} as const;

function readReferences(
  fields: Fields,
  key: string,
  known: ReadonlySet<unknown>,
  reason: keyof typeof MISSING,
): Set<string> {
  const found = new Set<string>();
  for (const { value, path } of fields.list(key) ?? []) {
    const code = asReference(value, path, fields.problems);
    if (code === undefined) continue;
    if (known.has(code)) found.add(code);
    else {
      const params = { reason, value: code.slice(0, 80), ...knownCodes(known) };
      fields.problems.add('ref.unknown', path, MISSING[reason], params);
    }
  }
  return found;
}
