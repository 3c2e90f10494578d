import { queryOptions } from '@tanstack/react-query';
import { client, csrf, dataOf } from './client.js';
import type { Sheet, SheetEntry, Submission } from './types.js';

export interface SheetAddress {
  campaign: string;
  unit: string;
  stage: string;
  /** Empty where the campaign has no rounds. */
  round: string;
}

/** Where a sheet is found: its round stands after the path, and only where there is one. */
function paramsOf({ campaign, unit, stage, round }: SheetAddress) {
  return { path: { campaign, unit, stage }, query: round === '' ? {} : { round } };
}

export function sheetsQuery(campaign: string) {
  return queryOptions({
    queryKey: ['sheets', campaign],
    queryFn: () => dataOf(client.GET('/api/campaigns/{campaign}/sheets', { params: { path: { campaign } } })),
  });
}

export function sheetQuery(address: SheetAddress) {
  return queryOptions({
    queryKey: ['sheet', address.campaign, address.unit, address.stage, address.round],
    queryFn: () =>
      dataOf(client.GET('/api/campaigns/{campaign}/units/{unit}/sheets/{stage}', { params: paramsOf(address) })),
  });
}

/** The version of a sheet as the entity tag that `If-Match` wants. */
function tagOf(version: number): string {
  return `"${version}"`;
}

/** @throws ProblemError `sheet.stale` (412) when somebody else saved after `version`; `entries.invalid` (422). */
export function saveDraft(address: SheetAddress, version: number, entries: SheetEntry[]): Promise<Sheet> {
  return dataOf(
    client.PUT('/api/campaigns/{campaign}/units/{unit}/sheets/{stage}', {
      params: { ...paramsOf(address), header: { ...csrf(), 'If-Match': tagOf(version) } },
      body: { entries },
    }),
  );
}

/**
 * Takes the draft away: the sheet is again what was submitted, or empty.
 * @throws ProblemError `sheet.stale` (412) when somebody else saved after `version`.
 */
export function discardDraft(address: SheetAddress, version: number): Promise<Sheet> {
  return dataOf(
    client.DELETE('/api/campaigns/{campaign}/units/{unit}/sheets/{stage}/draft', {
      params: { ...paramsOf(address), header: { ...csrf(), 'If-Match': tagOf(version) } },
    }),
  );
}

/** As `saveDraft`, and final: the same `key` again gives the first answer again instead of a second submission. */
export function submitSheet(
  address: SheetAddress,
  version: number,
  entries: SheetEntry[],
  key: string,
): Promise<Submission> {
  return dataOf(
    client.POST('/api/campaigns/{campaign}/units/{unit}/sheets/{stage}/submission', {
      params: { ...paramsOf(address), header: { ...csrf(), 'If-Match': tagOf(version), 'Idempotency-Key': key } },
      body: { entries },
    }),
  );
}

/**
 * Takes back the entry of one criterion of the sheet, so that the stages below may correct theirs.
 * @throws ProblemError `sheet.stale` (412), `reopen.nothing` (409).
 */
export function reopenCriterion(
  address: SheetAddress,
  version: number,
  criterion: string,
  reason: string,
): Promise<Sheet> {
  const { path, query } = paramsOf(address);
  return dataOf(
    client.POST('/api/campaigns/{campaign}/units/{unit}/sheets/{stage}/criteria/{criterion}/reopening', {
      params: { path: { ...path, criterion }, query, header: { ...csrf(), 'If-Match': tagOf(version) } },
      body: { reason },
    }),
  );
}
