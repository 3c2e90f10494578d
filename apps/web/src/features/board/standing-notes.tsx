import { useIntl } from 'react-intl';
import type { RewardRow } from '../../api/types.js';
import type { RankingRow } from './ranking-rows.js';

/** The "notes" column: what a person must know before reading anything into the rank. */
export function StandingNotes({ standing, rewards }: { standing: RankingRow; rewards: RewardRow[] }) {
  const { formatMessage, formatList } = useIntl();
  const notes: string[] = [];
  if (!standing.competes) notes.push(formatMessage({ id: 'note.guest' }));
  if (standing.tied) notes.push(formatMessage({ id: 'note.tied' }));
  if (standing.held) notes.push(formatMessage({ id: 'note.held' }));
  if (!standing.complete) {
    const missing = standing.missing.length;
    const codes = formatList(standing.missing.slice(0, 3), { type: 'unit', style: 'short' });
    notes.push(formatMessage({ id: missing > 3 ? 'note.incompleteMany' : 'note.incomplete' }, { missing, codes }));
  }
  for (const code of standing.ties ?? []) {
    const reward = rewards.find((known) => known.code === code)?.name ?? code;
    notes.push(formatMessage({ id: 'note.tieAtEdge' }, { reward }));
  }
  return notes.map((note) => <div key={note}>{note}</div>);
}
