import { useIntl } from 'react-intl';
import type { RewardRow } from '../../api/types.js';
import type { RankingRow } from './ranking-rows.js';

/** The "notes" column: what a person must know before reading anything into the rank. */
interface Props {
  standing: RankingRow;
  rewards: RewardRow[];
  rounds: { code: string; name: string }[];
}

export function StandingNotes({ standing, rewards, rounds }: Props) {
  const { formatMessage, formatList } = useIntl();
  const notes: string[] = [];
  // Of a whole with rounds, a criterion stands after the code of its round.
  const inWords = (missing: string): string => {
    const [round, criterion] = missing.split('/');
    const name = rounds.find(({ code }) => code === round)?.name;
    return name === undefined || criterion === undefined ? missing : `${criterion} (${name})`;
  };
  if (!standing.competes) notes.push(formatMessage({ id: 'note.guest' }));
  if (standing.tied) notes.push(formatMessage({ id: 'note.tied' }));
  if (standing.held) notes.push(formatMessage({ id: 'note.held' }));
  if (!standing.complete) {
    const missing = standing.missing.length;
    const codes = formatList(standing.missing.slice(0, 3).map(inWords), { type: 'unit', style: 'short' });
    notes.push(formatMessage({ id: missing > 3 ? 'note.incompleteMany' : 'note.incomplete' }, { missing, codes }));
  }
  for (const code of standing.ties ?? []) {
    const reward = rewards.find((known) => known.code === code)?.name ?? code;
    notes.push(formatMessage({ id: 'note.tieAtEdge' }, { reward }));
  }
  return notes.map((note) => <div key={note}>{note}</div>);
}
