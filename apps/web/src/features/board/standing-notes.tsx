import { useIntl } from 'react-intl';
import type { Board, BoardCluster } from '../../api/types.js';
import { uncountedRound, type RankingRow } from './ranking-rows.js';

/** The "notes" column: what a person must know before reading anything into the rank. */
interface Props {
  standing: RankingRow;
  board: Board;
  cluster: BoardCluster;
  /** Nobody has any figure yet. */
  blank: boolean;
}

export function StandingNotes({ standing, board, cluster, blank }: Props) {
  const { formatMessage, formatList } = useIntl();
  const notes: string[] = [];
  // Of a whole with rounds, a criterion stands after the code of its round.
  const nameOf = (code: string) => cluster.missing.find((known) => known.code === code)?.name ?? code;
  const inWords = (missing: string): string => {
    const [round, criterion] = missing.split('/');
    const name = board.rounds.find(({ code }) => code === round)?.name;
    return name === undefined || criterion === undefined ? nameOf(missing) : `${nameOf(criterion)} (${name})`;
  };
  if (!standing.competes) notes.push(formatMessage({ id: 'note.guest' }));
  if (standing.tied && !blank) notes.push(formatMessage({ id: 'note.tied' }));
  if (standing.held) {
    const reasons = standing.holdReasons ?? [];
    if (reasons.length === 0) notes.push(formatMessage({ id: 'note.held' }));
    else notes.push(formatMessage({ id: 'note.heldFor' }, { reason: reasons.join('; ') }));
  }
  const round = uncountedRound(standing, board, cluster);
  if (round !== undefined) notes.push(formatMessage({ id: round.begun ? 'note.skipped' : 'note.notBegun' }));
  else if (!standing.complete) {
    const missing = standing.missing.length;
    const names = formatList(standing.missing.slice(0, 3).map(inWords), { type: 'unit', style: 'short' });
    notes.push(formatMessage({ id: missing > 3 ? 'note.incompleteMany' : 'note.incomplete' }, { missing, names }));
  }
  for (const code of standing.ties ?? []) {
    const reward = board.rewards.find((known) => known.code === code)?.name ?? code;
    notes.push(formatMessage({ id: 'note.tieAtEdge' }, { reward }));
  }
  return notes.map((note) => <div key={note}>{note}</div>);
}
