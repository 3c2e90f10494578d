import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty, Spin } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { useLiveEvents } from '../../api/live-events.js';
import { proposalsQuery } from '../../api/reviews.js';
import { Failure } from '../../app/failure.js';
import { useTitle } from '../../app/use-title.js';
import { useRefresh } from '../../app/use-refresh.js';
import { useSheetLinks } from '../board/use-sheet-links.js';
import { ProposalRow } from './proposal-row.js';
import styles from './review.module.css';

/** The council's table: every endorsed proposal, the answer to each, and the record of the answers given. */
export function ProposalsPage() {
  const { campaign = '' } = useParams();
  const { formatMessage } = useIntl();
  useTitle(formatMessage({ id: 'proposals.title' }));
  const queries = useQueryClient();
  const proposals = useQuery(proposalsQuery(campaign));
  // Only for the clusters' names; the table is complete without them.
  const board = useQuery({ ...boardQuery(campaign), refetchInterval: false });
  const links = useSheetLinks(campaign, '');
  const refresh = useRefresh(() => queries.refetchQueries({ queryKey: proposalsQuery(campaign).queryKey }));
  useLiveEvents(campaign, refresh, { enabled: proposals.isSuccess });

  if (proposals.isPending) return <Spin className="page-spin" size="large" />;
  if (proposals.isError && proposals.data === undefined) {
    return <Failure error={proposals.error} retry={() => void proposals.refetch()} />;
  }
  const clusters = new Map(board.data?.clusters.map((cluster) => [cluster.code, cluster.name]));
  return (
    <>
      <h1>
        <FormattedMessage id="proposals.title" />
      </h1>
      <p className="muted">
        <FormattedMessage id="proposals.intro" />
      </p>
      {proposals.data.length === 0 ? (
        <Empty description={formatMessage({ id: 'proposals.none' })} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['order', 'unit', 'reward', 'cluster', 'rank', 'total', 'class', 'status', 'decision'] as const).map(
                (column) => (
                  <th
                    scope="col"
                    key={column}
                    className={column === 'rank' || column === 'total' ? styles.number : undefined}
                  >
                    <FormattedMessage id={`proposals.${column}`} />
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {proposals.data.map((proposal, index) => (
              <ProposalRow
                key={proposal.id}
                campaign={campaign}
                proposal={proposal}
                order={index + 1}
                path={links.get(proposal.unit)}
                clusterName={proposal.cluster === null ? null : (clusters.get(proposal.cluster) ?? proposal.cluster)}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
