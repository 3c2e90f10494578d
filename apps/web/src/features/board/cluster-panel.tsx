import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Board, BoardCluster } from '../../api/types.js';
import { useMedia } from '../../app/use-media.js';
import { formatDecimal } from '../../format/decimal.js';
import { formatMoment } from '../../format/date.js';
import { ReviewBar } from '../review/review-bar.js';
import type { AskedReview } from '../review/review-dialog.js';
import styles from './board.module.css';
import { Freshness } from './freshness.js';
import { RankingCards } from './ranking-cards.js';
import { isBlank, rowsOf } from './ranking-rows.js';
import { RankingTable } from './ranking-table.js';
import { RewardList } from './reward-list.js';
import { namesOfProposed, reviewedTogether, rewardsToShow } from './rewards-to-show.js';
import { TotalNotes } from './total-notes.js';
import { useSheetLinks } from './use-sheet-links.js';
import type { Moves } from './use-moved.js';

interface Props {
  board: Board;
  cluster: BoardCluster;
  /** The one that is shown; empty for the whole. */
  round: string;
  moved: Moves;
  ask(asked: AskedReview): void;
}

export function ClusterPanel({ board, cluster, round, moved, ask }: Props) {
  const narrow = useMedia('screen and (max-width: 900px)');
  const links = useSheetLinks(board.campaign.code, round);
  const Ranking = narrow ? RankingCards : RankingTable;
  const rows = rowsOf(cluster, round);
  const blank = isBlank(rows);
  const moves = round === '' && !blank && cluster.standings.some(({ movement }) => movement !== null);
  return (
    <section aria-label={cluster.name} aria-busy={!cluster.current}>
      {board.clusters.length > 1 && <h2 className="print-only">{cluster.name}</h2>}
      <div className={styles.state}>
        <Freshness cluster={cluster} />
        <ReviewBar
          cluster={cluster.code}
          name={cluster.name}
          group={cluster}
          puts={namesOfProposed(cluster.rewards)}
          leaves={namesOfProposed(reviewedTogether(board, cluster))}
          ask={ask}
        />
      </div>
      {cluster.faults.length > 0 && <Faults cluster={cluster} />}
      <Announcement cluster={cluster} moved={moved} />
      {blank && <Alert className={styles.blank} type="info" showIcon title={<FormattedMessage id="board.blank" />} />}
      <Ranking board={board} cluster={cluster} rows={rows} blank={blank} moved={moved} links={links} />
      {moves && (
        <p className="muted" data-testid="moved-since">
          {cluster.ranksChangedAt === null ? (
            <FormattedMessage id="board.moved" />
          ) : (
            <FormattedMessage id="board.movedSince" values={{ at: formatMoment(cluster.ranksChangedAt) }} />
          )}
        </p>
      )}
      <p className={styles.legend}>
        {cluster.parts.map((part) => (
          <span key={part.code}>
            <strong>{part.code}</strong> {part.name}
          </span>
        ))}
      </p>
      <TotalNotes rows={rows} />
      {cluster.settled && round === '' && (
        <p className="muted">
          <FormattedMessage id={cluster.current ? 'board.settled' : 'board.settledAgain'} />
        </p>
      )}
      {round !== '' && (
        <p className="muted">
          <FormattedMessage id="board.roundOnly" />
        </p>
      )}
      <RewardList
        title="rewards.title"
        rewards={rewardsToShow([...cluster.rewards, ...cluster.settledRewards])}
        clusters={[cluster]}
      />
    </section>
  );
}

/** Conditions that divide by zero: nobody can decide by such a ranking, so it says why before anything else. */
function Faults({ cluster }: { cluster: BoardCluster }) {
  const rules = [...new Set(cluster.faults.map(({ rule }) => rule))];
  return (
    <Alert
      type="error"
      showIcon
      title={<FormattedMessage id="board.faulty" />}
      description={rules.map((rule) => {
        const units = cluster.faults.filter((fault) => fault.rule === rule).map(({ unit }) => unit);
        return (
          <div key={rule}>
            <FormattedMessage id="board.faultyRule" values={{ rule, units: units.join(', ') }} />
          </div>
        );
      })}
    />
  );
}

/** Tells people who do not see the rows move what moved. */
function Announcement({ cluster, moved }: { cluster: BoardCluster; moved: Moves }) {
  const { formatMessage } = useIntl();
  const texts = cluster.standings
    .filter(({ unit }) => moved.has(unit))
    .map(({ name, rank, total }) =>
      rank === null
        ? formatMessage({ id: 'board.nowUnranked' }, { unit: name })
        : formatMessage({ id: 'board.nowRanked' }, { unit: name, rank, total: formatDecimal(total) }),
    );
  return (
    <div className="visually-hidden" aria-live="polite">
      {texts.join('; ')}
    </div>
  );
}
