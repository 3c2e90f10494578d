import { useQuery } from '@tanstack/react-query';
import { Empty, Spin } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { useSession } from '../../api/sessions.js';
import type { Board, Session } from '../../api/types.js';
import { Failure } from '../../app/failure.js';
import { RoundPicker } from '../../app/round-picker.js';
import { useTitle } from '../../app/use-title.js';
import { formatDay } from '../../format/date.js';
import { ReviewDialog, type AskedReview } from '../review/review-dialog.js';
import styles from './board.module.css';
import { CampaignRewardsPanel } from './campaign-rewards-panel.js';
import { ClusterPanel } from './cluster-panel.js';
import { ClusterPicker } from './cluster-picker.js';
import { LiveBadge } from './live-badge.js';
import { useLiveBoard } from './use-live-board.js';
import { useMoved } from './use-moved.js';

/** The live ranking of one campaign, a tab for each cluster the account may see. */
export function BoardPage() {
  const { campaign = '' } = useParams();
  const board = useQuery(boardQuery(campaign));
  const live = useLiveBoard(campaign, board.isSuccess);
  const [asked, setAsked] = useState<AskedReview | null>(null);
  useTitle(board.data?.campaign.name ?? '');
  if (board.isPending) return <Spin className="page-spin" size="large" />;
  if (board.isError && board.data === undefined) {
    return <Failure error={board.error} retry={() => void board.refetch()} />;
  }
  return (
    <div data-testid="board">
      <header className={styles.head}>
        <div>
          <h1>{board.data.campaign.name}</h1>
          <p className={styles.theme}>{board.data.campaign.theme}</p>
        </div>
        <div className={styles.period}>
          <span className="nowrap">
            {formatDay(board.data.campaign.from)} – {formatDay(board.data.campaign.to)}
          </span>
          <LiveBadge state={live} />
        </div>
      </header>
      <BoardClusters board={board.data} ask={setAsked} />
      {asked !== null && (
        <ReviewDialog
          campaign={campaign}
          asked={asked}
          now={
            asked.cluster === null
              ? (board.data.campaignRewards ?? undefined)
              : board.data.clusters.find(({ code }) => code === asked.cluster)
          }
          close={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** The cluster a person most likely comes for: of their own unit, else of their own grant, else the first. */
function homeCluster(board: Board, session: Session | null | undefined): string | undefined {
  const scopes = (session?.grants ?? []).map((grant) => grant.scope);
  const own = board.clusters.find((cluster) =>
    scopes.some(
      (scope) =>
        (scope.kind === 'unit' && cluster.standings.some((row) => row.unit === scope.unit)) ||
        (scope.kind === 'cluster' && scope.cluster === cluster.code),
    ),
  );
  return (own ?? board.clusters[0])?.code;
}

function BoardClusters({ board, ask }: { board: Board; ask(asked: AskedReview): void }) {
  const { formatMessage } = useIntl();
  const session = useSession().data;
  const [search, setSearch] = useSearchParams();
  const moved = useMoved(board);

  if (board.clusters.length === 0) return <Empty description={formatMessage({ id: 'board.noClusters' })} />;
  const asked = search.get('cluster');
  const known = board.clusters.some((cluster) => cluster.code === asked);
  const active = known && asked !== null ? asked : homeCluster(board, session);
  const shown = board.clusters.find((cluster) => cluster.code === active);
  const round = board.rounds.find(({ code }) => code === search.get('round'))?.code ?? '';
  return (
    <>
      <ClusterPicker
        clusters={board.clusters}
        active={active}
        pick={(cluster) =>
          setSearch(
            { cluster, ...(round !== '' && { round }) },
            {
              replace: true,
              preventScrollReset: true,
            },
          )
        }
      />
      {board.rounds.length > 0 && (
        <RoundPicker
          rounds={[{ code: '', name: formatMessage({ id: 'round.whole' }) }, ...board.rounds]}
          active={round}
          pathOf={(code) =>
            `?${new URLSearchParams({ cluster: active ?? '', ...(code !== '' && { round: code }) }).toString()}`
          }
        />
      )}
      {shown && <ClusterPanel key={shown.code} board={board} cluster={shown} round={round} moved={moved} ask={ask} />}
      {board.campaignRewards !== null && (
        <CampaignRewardsPanel board={board} rewards={board.campaignRewards} ask={ask} />
      )}
      <p className="muted">
        <FormattedMessage id="board.tieRule" />
      </p>
    </>
  );
}
