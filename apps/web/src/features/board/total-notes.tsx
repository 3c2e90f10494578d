import { FormattedMessage } from 'react-intl';
import type { BoardCluster } from '../../api/types.js';
import type { RankingRow } from './ranking-rows.js';
import { gapsOf } from './total-gaps.js';

interface Props {
  cluster: BoardCluster;
  rows: RankingRow[];
  /** Not one round alone. */
  isWhole: boolean;
}

/** Why the figures of some rows do not add up to their totals; nothing where they all do. */
export function TotalNotes({ cluster, rows, isWhole }: Props) {
  const rounds = isWhole ? cluster.rounds.map(({ standings }) => standings) : [];
  return gapsOf(rows, cluster.totals, rounds).map((reason) => (
    <p key={reason} className="muted" data-testid={`total-${reason}`}>
      <FormattedMessage id={`totals.${reason}`} />
    </p>
  ));
}
