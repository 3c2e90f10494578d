import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { useLiveEvents } from '../../api/live-events.js';
import type { Board, Sheet } from '../../api/types.js';
import { useRefresh } from '../../app/use-refresh.js';
import { formatDecimal } from '../../format/decimal.js';

/** What the server said of a submission, and when, by this page's clock. */
export interface Receipt {
  /** The version of the sheet that was submitted. */
  version: number;
  counts: boolean;
  answeredAt: number;
}

/** That the sheet was submitted, and then what came of it: it waits for the ranking that counts it. */
export function ReceiptNote({ sheet, receipt }: { sheet: Sheet; receipt: Receipt }) {
  const { campaign, cluster, unit } = sheet;
  const found = (read: Board | undefined) => {
    const known = read?.clusters.find(({ code }) => code === cluster.code);
    return known?.current ? known.standings.find((each) => each.unit === unit.code) : undefined;
  };
  const query = boardQuery(campaign);
  const board = useQuery({
    ...query,
    // Until the ranking that counts it is there: what others change later is not what came of this submission.
    enabled: ({ state }) => receipt.counts && found(state.data) === undefined,
    // Read anew for each receipt: what was read before it says nothing of it.
    queryKey: [...query.queryKey, String(receipt.answeredAt)],
    refetchInterval: 2_000,
  });
  const standing = found(board.data);
  const read = useRefresh(() => board.refetch());
  useLiveEvents(campaign, read, { enabled: receipt.counts && standing === undefined });
  return (
    <Alert
      type="success"
      showIcon
      data-testid="submitted"
      title={
        !receipt.counts ? (
          <FormattedMessage id="sheet.submittedSame" />
        ) : standing === undefined ? (
          <FormattedMessage id="sheet.submitted" />
        ) : (
          <span data-testid="ranked">
            <FormattedMessage
              id={standing.rank === null ? 'sheet.countedUnranked' : 'sheet.counted'}
              values={{ rank: standing.rank, total: formatDecimal(standing.total) }}
            />
          </span>
        )
      }
      description={
        <Link
          className="target"
          to={`/campaigns/${encodeURIComponent(campaign)}?cluster=${encodeURIComponent(cluster.code)}`}
        >
          <FormattedMessage id="sheet.toBoard" />
        </Link>
      }
    />
  );
}
