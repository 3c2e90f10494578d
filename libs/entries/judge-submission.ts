import { hash } from 'node:crypto';
import type { CompiledCampaign } from '@thidua/campaigns';
import { Problem, currentCorrelationId } from '@thidua/platform';
import type { JsonValue } from '@thidua/scoring';
import { checkSubmission } from './check-sheet.js';
import { faultsOf } from './faults-of.js';
import type { Before } from './load-for-submission.js';
import { sameFigures } from './same-entries.js';
import { StaleSheet } from './stale-sheet.js';
import type { SubmitRequest, Submitted } from './submission-request.js';
import { emptySheet } from './unit-sheets.js';
import type { SheetState, SubmissionNumber } from './unit-sheets.js';

/** A request with what was made of it before it came to its turn. */
export interface PreparedRequest extends SubmitRequest {
  /** The entries sent, as JSON; null when the saved draft is submitted. */
  readonly text: string | null;
  /** Tells a repeated request from another one under the same idempotency key. */
  readonly hash: string;
  /** It is written together with others, in the context of any of them. */
  readonly correlationId: string | undefined;
}

/** What to write for a request that is accepted. */
export interface Acceptance {
  readonly request: PreparedRequest;
  readonly version: number;
  readonly entries: string;
  /** The submission before, where no figure differs from it: what cannot move the ranking must not unsettle it. */
  readonly repeats: SubmissionNumber | null;
}

export type Judgement =
  | { readonly kind: 'accepted'; readonly acceptance: Acceptance }
  | { readonly kind: 'replayed'; readonly submitted: Submitted }
  | { readonly kind: 'refused'; readonly error: Problem | StaleSheet | OtherRules };

/** What was to be judged by rules that are not in force any more. */
export class OtherRules extends Error {
  constructor(readonly inForce: number) {
    super(`rule set ${inForce} is in force`);
  }
}

export function prepare(request: SubmitRequest): PreparedRequest {
  const { by, ifMatch, entries } = request;
  const text = entries === undefined ? null : JSON.stringify(entries);
  return {
    ...request,
    text,
    hash: hash('sha256', `${by.login} ${ifMatch} ${text ?? ''}`),
    correlationId: currentCorrelationId(),
  };
}

/** Accepts a submission or says why not, from what is in the database at its turn. */
export function judge(
  request: PreparedRequest,
  { plan, ruleSet }: CompiledCampaign,
  { ruleSet: inForce, sheets, replay }: Before,
): Judgement {
  const { unit, stage, round, ifMatch } = request;
  if (replay) {
    if (replay.requestHash !== request.hash) return refused(new Problem('idempotency.reused', 422));
    return { kind: 'replayed', submitted: { unit, stage, round, ...replay.submitted } };
  }
  if (inForce > ruleSet) return refused(new OtherRules(inForce));
  const sheet = sheets.get(stage) ?? emptySheet(stage);
  if (sheet.version !== ifMatch) return refused(StaleSheet.of(request));
  const text = request.text ?? sheet.draft ?? sheet.submitted ?? '[]';
  if (text === '[]' && sheet.submittedAs === null) return refused(new Problem('sheet.nothing', 422));
  const entries = request.entries ?? (JSON.parse(text) as JsonValue);
  const checked = checkSubmission(plan, { unit, stage, round }, entries, sheets);
  if (!checked.ok) return refused(new Problem('entries.invalid', 422, { errors: faultsOf(checked.errors) }));
  const repeats = isRepeated(sheet, text, entries) ? sheet.submittedAs : null;
  return { kind: 'accepted', acceptance: { request, version: sheet.version + 1, entries: text, repeats } };
}

function isRepeated({ submitted }: SheetState, text: string, entries: JsonValue): boolean {
  if (submitted === null) return false;
  return submitted === text || sameFigures(JSON.parse(submitted) as JsonValue, entries);
}

function refused(error: Problem | StaleSheet | OtherRules): Judgement {
  return { kind: 'refused', error };
}
