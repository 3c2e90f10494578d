import { FormattedMessage, useIntl } from 'react-intl';
import type { BoardCluster, RewardRow } from '../../api/types.js';
import styles from './board.module.css';
import { nobodyText } from './rewards-to-show.js';

interface Props {
  /** Those to show. */
  rewards: RewardRow[];
  clusters: BoardCluster[];
  /** Stands above them. */
  title?: 'rewards.title';
}

/** Each reward with its places, who is proposed by rule, and what the rule leaves to people. */
export function RewardList({ rewards, clusters, title }: Props) {
  const { formatList } = useIntl();
  const names = new Map(clusters.flatMap((cluster) => cluster.standings.map((row) => [row.unit, row.name] as const)));
  // A campaign-wide reward may name units of clusters this account does not see: then the code must do.
  const listed = (units: string[]) =>
    formatList(
      units.map((unit) => names.get(unit) ?? unit),
      { type: 'unit' },
    );
  if (rewards.length === 0) return null;
  return (
    <section className={styles.rewards}>
      {title !== undefined && (
        <h2>
          <FormattedMessage id={title} />
        </h2>
      )}
      <ul>
        {rewards.map((reward) => (
          <li key={`${reward.code}-${reward.cluster ?? ''}`}>
            <h3>
              {reward.name}{' '}
              <span className="muted">
                <FormattedMessage
                  id="rewards.places"
                  values={{ proposed: reward.proposed.length, quota: reward.quota, open: reward.open }}
                />
              </span>
            </h3>
            <p>{reward.proposed.length > 0 ? listed(reward.proposed) : <FormattedMessage id={nobodyText(reward)} />}</p>
            {reward.given.length > 0 && (
              <p>
                <FormattedMessage
                  id="rewards.given"
                  values={{
                    units: formatList(
                      reward.given.map(({ name }) => name),
                      { type: 'unit' },
                    ),
                  }}
                />
              </p>
            )}
            {reward.tieAtEdge.length > 0 && (
              <p className={styles.decide}>
                <FormattedMessage id="rewards.tieAtEdge" values={{ units: listed(reward.tieAtEdge) }} />
              </p>
            )}
            {reward.held.length > 0 && (
              <p className={styles.decide}>
                <FormattedMessage id="rewards.held" values={{ units: listed(reward.held) }} />
              </p>
            )}
            {reward.barred.length > 0 && (
              <p className={styles.decide}>
                <FormattedMessage id="rewards.barred" values={{ units: listed(reward.barred) }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
