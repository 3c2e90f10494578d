import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { useLiveEvents } from '../../api/live-events.js';
import { sheetQuery, type SheetAddress } from '../../api/sheets.js';
import { ProblemError } from '../../api/problem.js';
import { Failure } from '../../app/failure.js';
import { NotFoundPage } from '../../app/not-found-page.js';
import { useRefresh } from '../../app/use-refresh.js';
import { SheetEditor } from './sheet-editor.js';

/** One unit's sheet at one stage, in one round: read, filled in, saved as a draft, submitted. */
export function SheetPage() {
  const { campaign = '', unit = '', stage = '' } = useParams();
  const [search] = useSearchParams();
  const address: SheetAddress = { campaign, unit, stage, round: search.get('round') ?? '' };
  // A form belongs to one sheet: another address starts another form.
  return <OpenedSheet key={Object.values(address).join('/')} address={address} />;
}

function OpenedSheet({ address }: { address: SheetAddress }) {
  const sheet = useQuery(sheetQuery(address));
  // The points beside each figure are those of the current ranking, so they follow it.
  const refresh = useRefresh(() => sheet.refetch());
  const cluster = sheet.data?.cluster.code;
  useLiveEvents(
    address.campaign,
    (event) => {
      if (event === null || event.cluster === null || event.cluster === cluster) refresh();
    },
    { enabled: sheet.isSuccess },
  );
  if (sheet.isPending) return <Spin className="page-spin" size="large" />;
  if (sheet.error instanceof ProblemError && sheet.error.status === 404) {
    // Without its round an address names no sheet where there are rounds: the list has them all.
    if (address.round === '')
      return <Navigate replace to={`/campaigns/${encodeURIComponent(address.campaign)}/sheets`} />;
    return <NotFoundPage />;
  }
  if (sheet.data === undefined) return <Failure error={sheet.error} retry={() => void sheet.refetch()} />;
  return <SheetEditor address={address} read={sheet.data} />;
}
