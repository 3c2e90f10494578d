import { FormattedMessage } from 'react-intl';
import type { Board, BoardCluster } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import styles from './board.module.css';
import { ClassName } from './class-name.js';
import { ClassBar } from './class-bar.js';
import { FactTags } from './fact-tags.js';
import { Movement } from './movement.js';
import { ProposalTags } from './proposal-tags.js';
import type { RankingRow } from './ranking-rows.js';
import { StandingNotes } from './standing-notes.js';
import { UnitDetails } from './unit-details.js';
import { UnitName } from './unit-name.js';
import type { Moves } from './use-moved.js';

export interface RankingProps {
  board: Board;
  cluster: BoardCluster;
  /** Those of the whole or of one round. */
  rows: RankingRow[];
  /** Nobody has any figure: then nobody has a rank. */
  blank: boolean;
  moved: Moves;
  links: ReadonlyMap<string, string>;
}

/** Who is ranked here, in the word that fits. */
function headingOf({ standings }: BoardCluster): 'board.unit' | 'board.person' | 'board.unitOrPerson' {
  const people = standings.filter(({ kind }) => kind === 'individual').length;
  if (people === 0) return 'board.unit';
  return people === standings.length ? 'board.person' : 'board.unitOrPerson';
}

/** The summary table as officials know it from paper, with the words of its columns. */
export function RankingTable({ board, cluster, rows, blank, moved, links }: RankingProps) {
  const isWhole = rows === cluster.standings;
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.center} colSpan={2}>
              <FormattedMessage id="board.rank" />
            </th>
            <th scope="col">
              <FormattedMessage id={headingOf(cluster)} />
            </th>
            {cluster.parts.map((part) => (
              <th scope="col" className={styles.number} key={part.code} title={part.name}>
                <FormattedMessage id="board.part" values={{ code: part.code }} />
                <small>
                  <FormattedMessage id="board.max" values={{ max: formatDecimal(part.max) }} />
                </small>
              </th>
            ))}
            <th scope="col" className={styles.number}>
              <FormattedMessage id="board.bonus" />
            </th>
            <th scope="col" className={styles.number}>
              <FormattedMessage id="board.penalty" />
            </th>
            <th scope="col" className={styles.number}>
              <FormattedMessage id="board.total" />
            </th>
            {isWhole && (
              <>
                <th scope="col" className={styles.class}>
                  <FormattedMessage id="board.class" />
                </th>
                <th scope="col">
                  <FormattedMessage id="board.proposal" />
                </th>
              </>
            )}
            <th scope="col" className={styles.notesHead}>
              <FormattedMessage id="board.notes" />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.unit}
              data-testid={`row-${row.unit}`}
              className={moved.has(row.unit) ? styles.moved : undefined}
            >
              <td className={styles.rank} data-testid={`rank-${row.unit}`}>
                {(blank ? null : row.rank) ?? '–'}
              </td>
              <td className={styles.movement}>
                <Movement places={blank ? null : (row.movement ?? null)} />
              </td>
              <th scope="row">
                <UnitName standing={row} cluster={cluster} path={links.get(row.unit)} />
                <UnitDetails row={row} cluster={cluster} />
                <ClassBar unit={row.unit} bar={row.classBar} classes={board.classes} />
              </th>
              {cluster.parts.map((part) => (
                <td className={styles.number} key={part.code}>
                  {formatDecimal(row.parts[part.code] ?? '0')}
                </td>
              ))}
              <td className={styles.number}>{formatDecimal(row.bonus)}</td>
              <td className={styles.number}>{formatDecimal(row.penalty)}</td>
              <td className={styles.total} data-testid={`total-${row.unit}`}>
                {formatDecimal(row.total)}
              </td>
              {isWhole && (
                <>
                  <td>
                    <ClassName code={blank ? null : (row.class ?? null)} classes={board.classes} />
                  </td>
                  <td>
                    <ProposalTags proposals={row.proposals ?? []} />
                  </td>
                </>
              )}
              <td className={styles.notes}>
                <FactTags row={row} facts={board.facts} />
                <StandingNotes standing={row} board={board} cluster={cluster} blank={blank} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
