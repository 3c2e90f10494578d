import { useQuery } from '@tanstack/react-query';
import { sheetsQuery } from '../../api/sheets.js';
import { useSession } from '../../api/sessions.js';
import type { Role, SheetSummary } from '../../api/types.js';
import { sheetPath } from '../../app/sheet-path.js';

const sheetRoles: Role[] = ['admin', 'office', 'clusterHead', 'unitOfficer'];

/** Of several sheets of a unit, the one this account works on; reading comes second. */
function better(a: SheetSummary, b: SheetSummary): SheetSummary {
  return b.may.includes('sheet.edit') && !a.may.includes('sheet.edit') ? b : a;
}

/** The path of the sheet to open for each unit, for the units whose sheets this account may open. */
export function useSheetLinks(campaign: string): ReadonlyMap<string, string> {
  const grants = useSession().data?.grants ?? [];
  const enabled = grants.some((grant) => sheetRoles.includes(grant.role));
  const { data = [] } = useQuery({ ...sheetsQuery(campaign), enabled, staleTime: 60_000 });
  const best = new Map<string, SheetSummary>();
  for (const sheet of data) {
    const other = best.get(sheet.unit);
    best.set(sheet.unit, other === undefined ? sheet : better(other, sheet));
  }
  return new Map([...best].map(([unit, sheet]) => [unit, sheetPath(campaign, sheet)]));
}
