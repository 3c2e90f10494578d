import type { SheetStatus, SheetSummary } from '../../api/types.js';

/** What of the list is asked for; empty where it does not matter. Kept in the address, to be shared and come back to. */
export interface SheetFilter {
  q: string;
  status: string;
  cluster: string;
  stage: string;
}

export const FILTER_KEYS = ['q', 'status', 'cluster', 'stage'] as const satisfies readonly (keyof SheetFilter)[];
export const STATUSES: readonly SheetStatus[] = ['empty', 'draft', 'revised', 'submitted'];

export function filterOf(search: URLSearchParams): SheetFilter {
  const [q = '', status = '', cluster = '', stage = ''] = FILTER_KEYS.map((key) => search.get(key) ?? '');
  return { q, status, cluster, stage };
}

/** The address with one thing asked for otherwise; what is empty leaves it. */
export function withFilter(search: URLSearchParams, key: keyof SheetFilter, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(key);
  else next.set(key, value);
  return next;
}

/** For finding names typed without their marks: "dong tam" finds "Đồng Tâm". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

export function isAskedFor(sheet: SheetSummary, { q, status, cluster, stage }: SheetFilter): boolean {
  return (
    (status === '' || sheet.status === status) &&
    (cluster === '' || sheet.cluster === cluster) &&
    (stage === '' || sheet.stage === stage) &&
    plain(`${sheet.name} ${sheet.unit}`).includes(plain(q.trim()))
  );
}
