import { LoadingOutlined } from '@ant-design/icons';
import { FormattedMessage } from 'react-intl';
import type { BoardCluster } from '../../api/types.js';
import { formatMoment } from '../../format/date.js';
import styles from './board.module.css';

/** Since when the ranking on screen is so, and whether a newer one is on its way; its numbers only for who asks. */
export function Freshness({ cluster }: { cluster: BoardCluster }) {
  const { computedAt, revision, engine, inputHash, current, settled } = cluster;
  return (
    <div className={styles.fresh}>
      <span role="status">
        {computedAt !== null && <FormattedMessage id="board.computed" values={{ at: formatMoment(computedAt) }} />}{' '}
        {!current && (
          <strong className={styles.behind}>
            <LoadingOutlined /> <FormattedMessage id={settled ? 'board.settling' : 'board.recomputing'} />
          </strong>
        )}
      </span>
      {computedAt !== null && (
        <details className={styles.origin} data-testid="ranking-origin">
          <summary>
            <FormattedMessage id="board.origin" />
          </summary>
          <FormattedMessage
            id="board.originText"
            values={{ revision, version: engine?.split('@').at(-1), hash: inputHash?.split(':').at(-1) }}
          />
        </details>
      )}
    </div>
  );
}
