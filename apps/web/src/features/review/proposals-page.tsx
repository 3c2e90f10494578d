import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty, Spin } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { useLiveEvents } from '../../api/live-events.js';
import { proposalsQuery } from '../../api/reviews.js';
import { Failure } from '../../app/failure.js';
import { useTitle } from '../../app/use-title.js';
import { useRefresh } from '../../app/use-refresh.js';
import { formatDay } from '../../format/date.js';
import { useSheetLinks } from '../board/use-sheet-links.js';
import { DecisionDialog, type AskedDecision } from './decision-dialog.js';
import { ProposalRow } from './proposal-row.js';
import styles from './review.module.css';

/** The council's table: every endorsed proposal, the answer to each, and the record of the answers given. */
export function ProposalsPage() {
  const { campaign = '' } = useParams();
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const proposals = useQuery(proposalsQuery(campaign));
  // Only for the names of the campaign and its clusters; the table is complete without them.
  const board = useQuery({ ...boardQuery(campaign), refetchInterval: false });
  const title = formatMessage({ id: 'proposals.title' });
  useTitle(board.data === undefined ? title : `${title} – ${board.data.campaign.name}`);
  const links = useSheetLinks(campaign, '');
  const refresh = useRefresh(() => queries.refetchQueries({ queryKey: proposalsQuery(campaign).queryKey }));
  useLiveEvents(campaign, refresh, { enabled: proposals.isSuccess });
  const [asked, setAsked] = useState<AskedDecision | null>(null);

  if (proposals.isPending) return <Spin className="page-spin" size="large" />;
  if (proposals.isError && proposals.data === undefined) {
    return <Failure error={proposals.error} retry={() => void proposals.refetch()} />;
  }
  const clusters = new Map(board.data?.clusters.map((cluster) => [cluster.code, cluster.name]));
  return (
    <>
      <h1>{title}</h1>
      {board.data !== undefined && (
        <p className={styles.competition} data-testid="competition">
          {board.data.campaign.name} ({formatDay(board.data.campaign.from)} – {formatDay(board.data.campaign.to)})
        </p>
      )}
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
                proposal={proposal}
                ask={setAsked}
                order={index + 1}
                path={links.get(proposal.unit)}
                clusterName={proposal.cluster === null ? null : (clusters.get(proposal.cluster) ?? proposal.cluster)}
              />
            ))}
          </tbody>
        </table>
      )}
      {asked !== null && (
        <DecisionDialog
          campaign={campaign}
          {...asked}
          now={proposals.data.find(({ id }) => id === asked.proposal.id)}
          close={() => setAsked(null)}
        />
      )}
    </>
  );
}
