import { FormattedMessage } from 'react-intl';
import type { RankingRow } from './ranking-rows.js';

const ORDER = ['rounds', 'rescaled', 'ceiling', 'floor'] as const;

/** Why the figures of some rows do not add up to their totals; nothing where they all do. */
export function TotalNotes({ rows }: { rows: RankingRow[] }) {
  const found = new Set(rows.flatMap(({ gaps }) => gaps));
  return ORDER.filter((gap) => found.has(gap)).map((gap) => (
    <p key={gap} className="muted" data-testid={`total-${gap}`}>
      <FormattedMessage id={`totals.${gap}`} />
    </p>
  ));
}
