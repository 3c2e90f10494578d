import { FormattedMessage } from 'react-intl';
import type { Board, CampaignRewards } from '../../api/types.js';
import { ReviewBar } from '../review/review-bar.js';
import type { AskedReview } from '../review/review-dialog.js';
import styles from './board.module.css';
import { RewardList } from './reward-list.js';
import { namesOfProposed, rewardsToShow } from './rewards-to-show.js';

interface Props {
  board: Board;
  rewards: CampaignRewards;
  ask(asked: AskedReview): void;
}

/**
 * The rewards for which all clusters compete together. Their review also decides on those of single clusters that rest
 * on every cluster, which are shown with their cluster.
 */
export function CampaignRewardsPanel({ board, rewards, ask }: Props) {
  const ofAll = rewardsToShow(rewards.rewards.filter(({ cluster }) => cluster === null));
  const ofClusters = rewardsToShow(rewards.rewards.filter(({ cluster }) => cluster !== null));
  if (ofAll.length + ofClusters.length === 0) return null;
  return (
    <section className={styles.campaign}>
      <div className={styles.state}>
        <h2>
          <FormattedMessage id={ofAll.length > 0 ? 'rewards.campaign' : 'rewards.together'} />
        </h2>
        <ReviewBar
          cluster={null}
          name={board.campaign.name}
          group={rewards}
          puts={namesOfProposed(rewards.rewards)}
          leaves={[]}
          ask={ask}
        />
      </div>
      {ofClusters.length > 0 && (
        <p className="muted">
          <FormattedMessage
            id="rewards.alsoReviewed"
            values={{ rewards: [...new Set(ofClusters.map(({ name }) => name))].join('; ') }}
          />
        </p>
      )}
      <RewardList rewards={ofAll} clusters={board.clusters} />
    </section>
  );
}
