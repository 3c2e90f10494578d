import { FormattedMessage } from 'react-intl';
import type { Board, CampaignRewards } from '../../api/types.js';
import { ReviewBar } from '../review/review-bar.js';
import styles from './board.module.css';
import { RewardList } from './reward-list.js';

/** The rewards for which all clusters compete together, with a review of their own. */
export function CampaignRewardsPanel({ board, rewards }: { board: Board; rewards: CampaignRewards }) {
  return (
    <section className={styles.campaign}>
      <div className={styles.state}>
        <h2>
          <FormattedMessage id="rewards.campaign" />
        </h2>
        <ReviewBar
          campaign={board.campaign.code}
          cluster={null}
          name={board.campaign.name}
          revision={rewards.revision}
          current={rewards.current}
          review={rewards.review}
          may={rewards.may}
        />
      </div>
      <RewardList rewards={rewards.rewards} clusters={board.clusters} />
    </section>
  );
}
