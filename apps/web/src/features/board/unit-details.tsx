import { FormattedMessage } from 'react-intl';
import type { BoardCluster, Score } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import styles from './board.module.css';

/** How deep a group lies in its part, which is 1. */
function depthOf(cluster: BoardCluster, within: string): number {
  const around = cluster.groups.find(({ code }) => code === within);
  return around === undefined ? 1 : 1 + depthOf(cluster, around.within);
}

/** The points of a unit by group, and what its parts could have given: folded away until somebody asks. */
export function UnitDetails({ row, cluster }: { row: Score; cluster: BoardCluster }) {
  if (cluster.groups.length === 0) return null;
  return (
    <details className={styles.details} data-testid={`details-${row.unit}`}>
      <summary>
        <FormattedMessage id="board.details" />
      </summary>
      <ul>
        {cluster.groups.map(({ code, name, max, within }) => (
          <li key={code} style={{ paddingInlineStart: `${(depthOf(cluster, within) - 1) * 14}px` }}>
            <span>
              {code}. {name}
            </span>
            <span className="nowrap">
              {formatDecimal(row.groups[code] ?? '0')}
              {max !== null && <span className="muted"> / {formatDecimal(max)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="muted">
        <FormattedMessage id="board.attainable" values={{ points: formatDecimal(row.attainable) }} />
      </p>
    </details>
  );
}
