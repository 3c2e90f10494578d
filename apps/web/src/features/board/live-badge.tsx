import { FormattedMessage } from 'react-intl';
import type { LiveState } from '../../api/live-events.js';
import styles from './board.module.css';

/** Says whether what is on screen follows the ranking by itself right now. */
export function LiveBadge({ state }: { state: LiveState }) {
  return (
    <span className={`${styles.badge} ${state === 'live' ? styles.live : ''}`} role="status">
      <FormattedMessage id={`live.${state}`} />
    </span>
  );
}
