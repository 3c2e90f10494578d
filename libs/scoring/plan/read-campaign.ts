import { asText, Fields } from '../text/fields.js';
import type { Campaign } from './competition.js';

export const KEYS: readonly (keyof Campaign)[] = ['code', 'name', 'theme', 'from', 'to', 'basis'];

/**
 * Checks `campaign` and `asOf`; gives the date on which holds are judged (spec, "Top level"): the file's, else `today`,
 * else the campaign's last.
 */
export function readCampaign(top: Fields, today: string | undefined): string | undefined {
  const asOf = top.has('asOf') ? top.date('asOf') : undefined;
  const raw = top.raw('campaign');
  const fields = raw === undefined ? undefined : Fields.open(raw, top.at('campaign'), top.problems, KEYS);
  if (fields === undefined) return asOf;
  fields.code('code');
  fields.text('name');
  if (fields.has('theme')) fields.text('theme');
  const to = readPeriod(fields, true);
  if (fields.has('basis')) {
    for (const { value, path } of fields.list('basis') ?? []) asText(value, path, fields.problems);
  }
  return asOf ?? today ?? to;
}

/** Checks `from` and `to` of a period, `to` on or after `from`; gives `to`. */
export function readPeriod(fields: Fields, closed: boolean): string | undefined {
  const from = fields.date('from');
  const to = closed || fields.has('to') ? fields.date('to') : undefined;
  if (from !== undefined && to !== undefined && to < from) {
    fields.range('to', 'a period must not end before it starts', 'order');
  }
  return to;
}
