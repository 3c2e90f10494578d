import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { useSession } from '../../api/sessions.js';
import type { BoardCluster, Score } from '../../api/types.js';
import styles from './board.module.css';

interface Props {
  standing: Score;
  cluster: BoardCluster;
  /** Of the unit's sheet, where this account may open it. */
  path: string | undefined;
}

export function UnitName({ standing, cluster, path }: Props) {
  const grants = useSession().data?.grants ?? [];
  const own = grants.some(({ scope }) => scope.kind === 'unit' && scope.unit === standing.unit);
  // Said only where collectives and individuals stand side by side; elsewhere it would repeat on every row.
  const mixed = cluster.standings.some((other) => other.kind !== standing.kind);
  return (
    <>
      {path === undefined ? (
        standing.name
      ) : (
        <Link to={path} className="target">
          {standing.name}
        </Link>
      )}
      {own && (
        <span className={styles.own}>
          <FormattedMessage id="board.own" />
        </span>
      )}
      {mixed && standing.kind === 'individual' && (
        <span className="muted">
          {' '}
          (<FormattedMessage id="kind.individual" />)
        </span>
      )}
    </>
  );
}
