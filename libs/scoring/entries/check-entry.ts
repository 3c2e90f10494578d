import type { Plan, PlanCriterion, PlanUnit } from '../plan/plan.js';
import { VALUE_FIELDS } from '../rules/registry.js';
import { asList, asReference, asText } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import type { JsonObject, JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { isBlank } from '../text/seen.js';
import type { EntryPlace } from './entry-place.js';
import type { Judged } from './ledger.js';
import { checkValue } from './measure.js';

const COMMON: ReadonlySet<string> = new Set(['unit', 'criterion', 'stage', 'round', 'evidence', 'reason']);

/**
 * Checks one entry of a known unit by itself (spec, "Entry"). Undefined when it names no criterion that the unit is
 * scored on, and so has no place beside others.
 */
export function checkEntry(
  plan: Plan,
  unit: PlanUnit,
  { level, round }: EntryPlace,
  entry: JsonObject,
  path: Path,
  problems: Problems,
): Judged | undefined {
  const criterion = findCriterion(unit, entry, path, problems);
  const hasReason = checkReason(entry, path, problems);
  const evidence = countEvidence(entry, path, problems);
  const sound = checkFields(criterion, entry, path, problems);
  if (criterion === undefined) return undefined;
  if (unit.notAssigned.has(criterion.index)) {
    problems.add('entry.notAssigned', at(path, 'criterion'), 'this criterion is not assigned to the unit', {
      unit: unit.name,
      criterion: criterion.code,
      name: criterion.name,
    });
    return undefined;
  }
  if (level < criterion.firstLevel) {
    const first = plan.stages.list[criterion.firstLevel]!;
    problems.add('entry.stage.reserved', at(path, 'stage'), `only ${first.code} scores this first`, {
      stage: plan.stages.list[level]!.name,
      scoredBy: first.name,
    });
  }
  if (level === 0 && criterion.evidence === 'required' && evidence === 0) {
    problems.add('entry.evidence.missing', at(path, 'evidence'), 'this criterion needs at least one evidence item');
  }
  const right = sound && checkValue(unit, criterion, entry, path, problems);
  return { criterion, level, round, slot: { entry: right ? entry : undefined, hasReason, path } };
}

/** The same for one that belongs to no unit, stage or round there is: what can be said of it all the same. */
export function checkUnplaced(unit: PlanUnit | undefined, entry: JsonObject, path: Path, problems: Problems): void {
  const criterion = unit && findCriterion(unit, entry, path, problems);
  if (unit === undefined) readReference(entry, 'criterion', path, problems);
  checkReason(entry, path, problems);
  countEvidence(entry, path, problems);
  checkFields(criterion, entry, path, problems);
}

function findCriterion(unit: PlanUnit, entry: JsonObject, path: Path, problems: Problems): PlanCriterion | undefined {
  const code = readReference(entry, 'criterion', path, problems);
  if (code === undefined) return undefined;
  const criterion = unit.scale.byCode.get(code);
  if (criterion === undefined) {
    problems.add('ref.unknown', at(path, 'criterion'), "the unit's scale has no such criterion", {
      reason: 'criterion',
      value: code.slice(0, 80),
      ...knownCodes(unit.scale.byCode.keys()),
    });
  }
  return criterion;
}

/** A text member that names something, told when absent or not text. */
export function readReference(entry: JsonObject, key: string, path: Path, problems: Problems): string | undefined {
  const value: JsonValue | undefined = entry[key];
  if (value !== undefined) return asReference(value, at(path, key), problems);
  problems.add('field.missing', at(path, key), 'this key is missing', { key });
  return undefined;
}

/** True when a reason is given. An empty one is the absence of a reason, not a wrong text. */
function checkReason(entry: JsonObject, path: Path, problems: Problems): boolean {
  const reason = entry['reason'];
  if (reason === undefined || (typeof reason === 'string' && isBlank(reason))) return false;
  return asText(reason, at(path, 'reason'), problems) !== undefined;
}

function countEvidence(entry: JsonObject, path: Path, problems: Problems): number {
  if (entry['evidence'] === undefined) return 0;
  const place = at(path, 'evidence');
  const evidence = asList(entry['evidence'], place, problems);
  if (evidence === undefined) return 1; // told already; not missing as well
  evidence.forEach((item, index) => asText(item, at(place, index), problems));
  return evidence.length;
}

/** True when the entry has the value fields its rule needs and no others. */
function checkFields(criterion: PlanCriterion | undefined, entry: JsonObject, path: Path, problems: Problems): boolean {
  const rule = criterion?.rule;
  let sound = rule !== undefined;
  for (const key of Object.keys(entry)) {
    if (COMMON.has(key) || rule?.required.includes(key) || rule?.optional.includes(key)) continue;
    if (!VALUE_FIELDS.has(key)) {
      problems.add('field.unknown', at(path, key), 'this key is not known here', { key });
    } else if (rule !== undefined) {
      problems.add('entry.value.shape', at(path, key), `a rule of kind ${criterion?.kind} takes no ${key}`, {
        reason: 'extra',
        key,
      });
      sound = false;
    }
  }
  for (const key of rule?.required ?? []) {
    if (Object.hasOwn(entry, key)) continue;
    problems.add('entry.value.shape', at(path, key), `a rule of kind ${criterion?.kind} needs ${key}`, {
      reason: 'missing',
      key,
    });
    sound = false;
  }
  return sound;
}
