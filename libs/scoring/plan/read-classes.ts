import { compare, HUNDRED, isNegative, type Rational } from '../number/rational.js';
import type { PlanClass, PlanScale } from './plan.js';
import { asDecimal, Fields } from '../text/fields.js';
import { checkPart } from './read-ranking.js';

export const KEYS = ['code', 'name', 'minTotal', 'maxPenalty', 'minParts', 'maxPercent'];

/** Checks `classes`, best first (spec, "Classes"). */
export function readClasses(top: Fields, used: readonly PlanScale[]): PlanClass[] {
  const classes: PlanClass[] = [];
  if (!top.has('classes')) return classes;
  for (const { value, path } of top.list('classes') ?? []) {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code') ?? '';
    if (code !== '' && classes.some((other) => other.code === code)) {
      top.problems.add('code.duplicate', fields.at('code'), 'two classes have this code', { value: code });
    }
    classes.push({
      code,
      name: fields.text('name') ?? '',
      minTotal: fields.has('minTotal') ? fields.decimal('minTotal') : undefined,
      maxPenalty: fields.has('maxPenalty') ? fields.decimal('maxPenalty') : undefined,
      minParts: fields.has('minParts') ? readMinParts(fields, used) : [],
      maxPercent: fields.has('maxPercent') ? readPercentage(fields, 'maxPercent') : undefined,
    });
  }
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

/** A per cent in [0, 100]. */
export function readPercentage(fields: Fields, key: string): Rational | undefined {
  const percent = fields.decimal(key);
  if (percent === undefined || (!isNegative(percent) && compare(percent, HUNDRED) <= 0)) return percent;
  return fields.range(key, 'a per cent between 0 and 100 is expected', 'percent');
}
