import { compare, HUNDRED, isNegative, type Rational } from '../number/rational.js';
import { asDecimal, Fields, tellType } from '../text/fields.js';
import { isObject, member } from '../text/json-value.js';
import type { PlanClass, PlanScale, PlanShare } from './plan.js';
import { readCondition, type ConditionScope } from './read-condition.js';
import { checkPart } from './read-ranking.js';

export const KEYS = ['code', 'name', 'minTotal', 'maxPenalty', 'minParts', 'when', 'maxPercent', 'maxShare'];
export const SHARE_KEYS = ['percent', 'of', 'scope'];

/** What classes are read in. */
export interface ClassScope {
  used: readonly PlanScale[];
  conditions: ConditionScope;
  /** Whether some unit is the head of another. */
  hasHeads: boolean;
}

/** Checks `classes`, best first (spec, "Classes"). */
export function readClasses(top: Fields, scope: ClassScope): PlanClass[] {
  const classes: PlanClass[] = [];
  if (!top.has('classes')) return classes;
  const items = top.list('classes') ?? [];
  const known = new Set<string>();
  items.forEach(({ value, path }, place) => {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) return;
    const code = fields.code('code') ?? '';
    if (known.has(code)) {
      top.problems.add('code.duplicate', fields.at('code'), 'two classes have this code', { value: code });
    } else if (code !== '') known.add(code);
    const next = items[place + 1]?.value;
    classes.push({
      index: classes.length,
      code,
      name: fields.text('name') ?? '',
      minTotal: fields.has('minTotal') ? fields.decimal('minTotal') : undefined,
      maxPenalty: fields.has('maxPenalty') ? fields.decimal('maxPenalty') : undefined,
      minParts: fields.has('minParts') ? readMinParts(fields, scope.used) : [],
      when: fields.has('when') ? readCondition(fields, 'when', scope.conditions) : undefined,
      share: readShare(fields, isObject(next) ? member(next, 'code') : undefined, scope.hasHeads),
    });
  });
  checkNextShares(top, classes);
  return classes;
}

function readMinParts(fields: Fields, used: readonly PlanScale[]): { part: string; points: Rational }[] {
  const minimums: { part: string; points: Rational }[] = [];
  for (const { label, value, path } of fields.labels('minParts') ?? []) {
    checkPart(fields, 'minParts', label, used);
    const points = asDecimal(value, path, fields.problems);
    if (points !== undefined) minimums.push({ part: label, points });
  }
  return minimums;
}

/** `maxShare`, or `maxPercent`, which is short for a share of the ranked units of the cluster. */
function readShare(owner: Fields, next: unknown, hasHeads: boolean): PlanShare | undefined {
  const percent = owner.has('maxPercent') ? readPercentage(owner, 'maxPercent') : undefined;
  if (!owner.has('maxShare')) return percent && { percent, of: 'ranked', scope: 'cluster' };
  if (owner.has('maxPercent')) owner.range('maxShare', 'write maxPercent or maxShare, not both', 'both');
  const place = owner.at('maxShare');
  const fields = Fields.open(owner.record['maxShare'], place, owner.problems, SHARE_KEYS);
  if (fields === undefined) return undefined;
  const share = readSharePercent(fields);
  const scope = (fields.has('scope') ? fields.oneOf('scope', ['cluster', 'campaign']) : undefined) ?? 'cluster';
  const of = fields.has('of') ? readShareOf(fields, next) : 'ranked';
  if (scope === 'campaign' && hasHeads) {
    const message = 'a share of the whole campaign cannot stand beside a unit that leads another';
    fields.problems.add('class.share.headOf', place, message);
  }
  return share === undefined || of === undefined ? undefined : { percent: share, of, scope };
}

/** Of the ranked units no more than all; of the next class more may have this one than that. */
function readSharePercent(fields: Fields): Rational | undefined {
  const { of } = fields.record;
  if (typeof of !== 'string' || !of.startsWith('class:')) return readPercentage(fields, 'percent');
  const percent = fields.decimal('percent');
  if (percent === undefined || !isNegative(percent)) return percent;
  return fields.range('percent', 'a value of at least 0 is expected', 'min', { least: '0' });
}

function readShareOf(fields: Fields, next: unknown): PlanShare['of'] | undefined {
  const of = fields.raw('of');
  if (of !== undefined && typeof of !== 'string') return tellType(fields.problems, fields.at('of'), 'shareOf');
  if (of === undefined || of === 'ranked') return of;
  if (!of.startsWith('class:')) {
    return fields.range('of', '"ranked" or "class:" and the code of the next class is expected', 'shareOf');
  }
  if (of.slice('class:'.length) === next) return 'next';
  fields.problems.add('class.share.next', fields.at('of'), 'a share is of the next class in the list', {
    reason: 'next',
    value: of.slice(0, 80),
  });
  return undefined;
}

/** A share within a cluster cannot rest on one that is counted over the campaign. */
function checkNextShares(top: Fields, classes: readonly PlanClass[]): void {
  classes.forEach(({ share }, index) => {
    if (share?.of !== 'next' || share.scope !== 'cluster' || classes[index + 1]?.share?.scope !== 'campaign') return;
    const path = { up: { up: top.at('classes'), key: index }, key: 'maxShare' };
    const message = 'a share within the cluster cannot be of a class whose own share is of the campaign';
    const { code: value, name } = classes[index + 1]!;
    top.problems.add('class.share.next', path, message, { reason: 'scope', value, name });
  });
}

/** A per cent in [0, 100]. */
export function readPercentage(fields: Fields, key: string): Rational | undefined {
  const percent = fields.decimal(key);
  if (percent === undefined || (!isNegative(percent) && compare(percent, HUNDRED) <= 0)) return percent;
  return fields.range(key, 'a per cent between 0 and 100 is expected', 'percent');
}
