import { FormattedMessage, useIntl } from 'react-intl';
import type { BoardCluster, RewardRow } from '../../api/types.js';
import styles from './board.module.css';

/** A reward for which there is no place here and nobody to name would only be noise. */
function isOfInterest({ quota, proposed, tieAtEdge, held, barred }: RewardRow): boolean {
  return quota > 0 || proposed.length + tieAtEdge.length + held.length + barred.length > 0;
}

/** Each reward with its places, who is proposed by rule, and what the rule leaves to people. */
export function RewardList({ rewards, clusters }: { rewards: RewardRow[]; clusters: BoardCluster[] }) {
  const { formatList } = useIntl();
  const names = new Map(clusters.flatMap((cluster) => cluster.standings.map((row) => [row.unit, row.name] as const)));
  const clusterNames = new Map(clusters.map(({ code, name }) => [code, name]));
  // Said only where it is not the cluster on screen.
  const several = clusters.length > 1;
  // A campaign-wide reward may name units of clusters this account does not see: then the code must do.
  const listed = (units: string[]) =>
    formatList(
      units.map((unit) => names.get(unit) ?? unit),
      { type: 'unit' },
    );
  return (
    <section className={styles.rewards}>
      <h2>
        <FormattedMessage id="rewards.title" />
      </h2>
      <ul>
        {rewards.filter(isOfInterest).map((reward) => (
          <li key={`${reward.code}-${reward.cluster ?? ''}`}>
            <h3>
              {reward.name}
              {several && reward.cluster !== null && ` – ${clusterNames.get(reward.cluster) ?? reward.cluster}`}{' '}
              <span className="muted">
                <FormattedMessage
                  id="rewards.places"
                  values={{ proposed: reward.proposed.length, quota: reward.quota, open: reward.open }}
                />
              </span>
            </h3>
            <p>{reward.proposed.length > 0 ? listed(reward.proposed) : <FormattedMessage id="rewards.nobody" />}</p>
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
