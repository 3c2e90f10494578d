import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { useLiveEvents } from '../../api/live-events.js';
import type { Sheet } from '../../api/types.js';
import { useRefresh } from '../../app/use-refresh.js';
import { formatDecimal } from '../../format/decimal.js';

/** What the server said of a submission, and when, by this page's clock. */
export interface Receipt {
  counts: boolean;
  answeredAt: number;
}

/** That the sheet was submitted, and then what came of it: it waits for the ranking that counts it. */
export function ReceiptNote({ sheet, receipt }: { sheet: Sheet; receipt: Receipt }) {
  const { campaign, cluster, unit } = sheet;
  const query = boardQuery(campaign);
  const board = useQuery({
    ...query,
    enabled: receipt.counts,
    // Read anew for each receipt: what was read before it says nothing of it.
    queryKey: [...query.queryKey, String(receipt.answeredAt)],
    refetchInterval: ({ state }) => {
      const found = state.data?.clusters.find(({ code }) => code === cluster.code);
      return found === undefined || !found.current ? 2_000 : false;
    },
  });
  const read = useRefresh(() => board.refetch());
  useLiveEvents(campaign, read, { enabled: receipt.counts });
  const found = board.data?.clusters.find(({ code }) => code === cluster.code);
  const standing = found?.current ? found.standings.find((each) => each.unit === unit.code) : undefined;
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
