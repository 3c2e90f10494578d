import { checkFileEntries } from '../entries/check-file-entries.js';
import { buildPlan } from '../plan/build-plan.js';
import type { Competition } from '../plan/competition.js';
import { Fields } from '../text/fields.js';
import { FORMAT } from '../plan/format.js';
import { isObject, member, type JsonValue } from '../text/json-value.js';
import { Problems, type Outcome } from '../text/problems.js';
import { mayDivide } from '../live/condition-faults.js';
import { openStanding } from '../live/open-standing.js';

/**
 * Checks a document against the whole spec, entries included, and lists every error found (spec, "Errors"): any of
 * ERROR_CODES but `file.syntax`, which `parseText` tells. The value is the document itself, unchanged. A document of
 * another format gives `file.format` and nothing else. Throws nothing a file can cause.
 */
export function readCompetition(document: JsonValue): Outcome<Competition> {
  const problems = new Problems();
  const format = isObject(document) ? member(document, 'format') : undefined;
  if (format !== FORMAT.name) {
    const path = isObject(document) ? { up: null, key: 'format' } : null;
    problems.add('file.format', path, `the file must say format: ${FORMAT.name}`, { expected: FORMAT.name });
    return problems.outcome(document as unknown as Competition);
  }
  const top = Fields.open(document, null, problems, FORMAT.keys);
  const plan = top && buildPlan(top);
  if (plan !== undefined) checkFileEntries(top!, plan);
  // Without a plan there are errors.
  if (problems.errors.length > 0 || !mayDivide(plan!)) {
    return problems.outcome(document as unknown as Competition);
  }
  // Whether a condition divides by zero hangs on what was entered by everybody: it is found by computing.
  const faults = openStanding(document as unknown as Competition).faults();
  return faults.length > 0 ? { ok: false, errors: faults } : problems.outcome(document as unknown as Competition);
}
