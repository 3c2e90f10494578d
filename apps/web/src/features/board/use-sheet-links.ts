import { useQuery } from '@tanstack/react-query';
import { sheetsQuery } from '../../api/sheets.js';
import { useSession } from '../../api/sessions.js';
import type { SheetSummary } from '../../api/types.js';
import { sheetPath } from '../../app/sheet-path.js';
import { sheetRoles } from '../../app/sheet-roles.js';

/** How much a sheet is the one to open: of the round on screen, then one's own to fill in, then not yet submitted. */
function weight(sheet: SheetSummary, round: string): number {
  const isMine = sheet.may.includes('sheet.edit');
  return (sheet.round === round ? 4 : 0) + (isMine ? 2 : 0) + (isMine && sheet.status !== 'submitted' ? 1 : 0);
}

/** The path of the sheet to open for each unit, for the units whose sheets this account may open. */
export function useSheetLinks(campaign: string, round: string): ReadonlyMap<string, string> {
  const grants = useSession().data?.grants ?? [];
  const enabled = grants.some((grant) => sheetRoles.includes(grant.role));
  const { data = [] } = useQuery({ ...sheetsQuery(campaign), enabled, staleTime: 60_000 });
  const best = new Map<string, SheetSummary>();
  for (const sheet of data) {
    const other = best.get(sheet.unit);
    if (other === undefined || weight(sheet, round) > weight(other, round)) best.set(sheet.unit, sheet);
  }
  return new Map([...best].map(([unit, sheet]) => [unit, sheetPath(campaign, sheet)]));
}
