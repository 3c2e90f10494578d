import { Fields } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { isObject, member } from '../text/json-value.js';
import type { Fact, FactKind } from './competition.js';
import type { PlanClass, PlanFact, PlanFactKind } from './plan.js';
import { readUnit, type Units } from './read-assignments.js';
import { readPeriod } from './read-campaign.js';
import { readCondition, type ConditionScope } from './read-condition.js';

export const KIND_KEYS: readonly (keyof FactKind)[] = ['code', 'name', 'when', 'classAtMost', 'barred'];
export const FACT_KEYS: readonly (keyof Fact)[] = ['unit', 'kind', 'from', 'to', 'reason', 'document'];

/** Codes of the kinds of facts: those that `facts` may list, and all. Nothing is told: `readFactKinds` does. */
export function factCodes(top: Fields): { listed: Set<string>; all: Set<string> } {
  const codes = { listed: new Set<string>(), all: new Set<string>() };
  const items = top.record['factKinds'];
  for (const item of Array.isArray(items) ? items : []) {
    const code = isObject(item) ? member(item, 'code') : undefined;
    if (typeof code !== 'string') continue;
    codes.all.add(code);
    if (isObject(item) && !Object.hasOwn(item, 'when')) codes.listed.add(code);
  }
  return codes;
}

/** Checks `factKinds` (spec, "Facts"). A derived kind may ask for anything but facts. */
export function readFactKinds(
  top: Fields,
  classes: readonly PlanClass[],
  scope: Omit<ConditionScope, 'facts' | 'of'>,
): PlanFactKind[] {
  const kinds: PlanFactKind[] = [];
  if (!top.has('factKinds')) return kinds;
  const known = new Set<string>();
  const classAt = new Map(classes.map(({ code, index }) => [code, index]));
  for (const { value, path } of top.list('factKinds') ?? []) {
    const fields = Fields.open(value, path, top.problems, KIND_KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code') ?? '';
    if (known.has(code)) {
      top.problems.add('code.duplicate', fields.at('code'), 'two kinds of facts have this code', { value: code });
    } else if (code !== '') known.add(code);
    kinds.push({
      index: kinds.length,
      code,
      name: fields.text('name') ?? '',
      when: fields.has('when')
        ? readCondition(fields, 'when', { ...scope, facts: new Set(), of: 'standing' })
        : undefined,
      classAtMost: fields.has('classAtMost') ? readClassAtMost(fields, classAt) : undefined,
      barred: (fields.has('barred') ? fields.flag('barred') : undefined) ?? false,
    });
  }
  return kinds;
}

function readClassAtMost(fields: Fields, classAt: ReadonlyMap<string, number>): number | undefined {
  const code = fields.reference('classAtMost');
  if (code === undefined) return undefined;
  const index = classAt.get(code);
  if (index !== undefined) return index;
  fields.problems.add('ref.unknown', fields.at('classAtMost'), 'there is no such class', {
    reason: 'class',
    value: code.slice(0, 80),
    ...knownCodes(classAt.keys()),
  });
  return undefined;
}

/** The rows of a unit in force on `asOf`, and the others. */
export interface UnitFactRows {
  inForce: PlanFact[];
  others: PlanFact[];
}

/** Checks `facts`; by unit, its rows: in force on `asOf` is one with from ≤ asOf ≤ to, without `to` open. */
export function readFacts(
  top: Fields,
  kinds: readonly PlanFactKind[],
  listed: ReadonlySet<string>,
  units: Units,
  asOf: string,
): Map<string, UnitFactRows> {
  const rows = new Map<string, UnitFactRows>();
  if (!top.has('facts')) return rows;
  const kindAt = new Map(kinds.map(({ code, index }) => [code, index]));
  for (const { value, path } of top.list('facts') ?? []) {
    const fields = Fields.open(value, path, top.problems, FACT_KEYS);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    const code = fields.reference('kind');
    if (code !== undefined && !listed.has(code)) {
      fields.problems.add('ref.unknown', fields.at('kind'), 'there is no such kind of facts to be listed', {
        reason: 'fact',
        value: code.slice(0, 80),
        ...knownCodes(listed),
      });
    }
    const reason = (fields.has('reason') ? fields.text('reason') : undefined) ?? null;
    const document = (fields.has('document') ? fields.text('document') : undefined) ?? null;
    const to = readPeriod(fields, false);
    const from = fields.record['from'];
    const kind = code === undefined ? undefined : kindAt.get(code);
    if (unit === undefined || kind === undefined || typeof from !== 'string') continue;
    const isInForce = from <= asOf && (to === undefined || asOf <= to);
    const own = rows.get(unit.code) ?? { inForce: [], others: [] };
    rows.set(unit.code, own);
    own[isInForce ? 'inForce' : 'others'].push({ kind, from, to: to ?? null, reason, document });
  }
  return rows;
}
