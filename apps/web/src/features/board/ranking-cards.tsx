import { FormattedMessage } from 'react-intl';
import { formatDecimal } from '../../format/decimal.js';
import styles from './board.module.css';
import { ClassName } from './class-name.js';
import { ClassBar } from './class-bar.js';
import { FactTags } from './fact-tags.js';
import { Movement } from './movement.js';
import { ProposalTags } from './proposal-tags.js';
import type { RankingProps } from './ranking-table.js';
import { StandingNotes } from './standing-notes.js';
import { UnitDetails } from './unit-details.js';
import { UnitName } from './unit-name.js';

/** The same ranking for a narrow screen: a card for each unit in place of a row that would not fit. */
export function RankingCards({ board, cluster, rows, blank, moved, links }: RankingProps) {
  return (
    <ol className={styles.cards}>
      {rows.map((row) => (
        <li
          key={row.unit}
          data-testid={`row-${row.unit}`}
          className={`${styles.card} ${moved.has(row.unit) ? styles.moved : ''}`}
        >
          <div className={styles.cardRank}>
            <span className="visually-hidden">
              <FormattedMessage id="board.rank" />
            </span>
            <span className={styles.rank} data-testid={`rank-${row.unit}`}>
              {(blank ? null : row.rank) ?? '–'}
            </span>
            <Movement places={blank ? null : (row.movement ?? null)} />
          </div>
          <div className={styles.cardBody}>
            <div className={styles.cardHead}>
              <strong>
                <UnitName standing={row} cluster={cluster} path={links.get(row.unit)} />
              </strong>
              <span className={styles.total} data-testid={`total-${row.unit}`}>
                {formatDecimal(row.total)}
              </span>
            </div>
            <dl className={styles.pairs}>
              {cluster.parts.map((part) => (
                <div key={part.code}>
                  <dt>
                    <FormattedMessage id="board.part" values={{ code: part.code }} />
                  </dt>
                  <dd>{formatDecimal(row.parts[part.code] ?? '0')}</dd>
                </div>
              ))}
              <div>
                <dt>
                  <FormattedMessage id="board.bonus" />
                </dt>
                <dd>{formatDecimal(row.bonus)}</dd>
              </div>
              <div>
                <dt>
                  <FormattedMessage id="board.penalty" />
                </dt>
                <dd>{formatDecimal(row.penalty)}</dd>
              </div>
            </dl>
            <UnitDetails row={row} cluster={cluster} />
            <ClassBar unit={row.unit} bar={row.classBar} classes={board.classes} />
            <div className={styles.cardTags}>
              <ClassName code={blank ? null : (row.class ?? null)} classes={board.classes} />
              <ProposalTags proposals={row.proposals ?? []} />
            </div>
            <div className={styles.notes}>
              <FactTags row={row} facts={board.facts} />
              <StandingNotes standing={row} board={board} cluster={cluster} blank={blank} />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
