import { FormattedMessage } from 'react-intl';
import type { BoardFact, Score } from '../../api/types.js';
import { Badge } from '../../app/badge.js';
import styles from './board.module.css';

/** Facts in force on a unit; one that keeps it from every reward says so. */
export function FactTags({ row, facts }: { row: Score; facts: BoardFact[] }) {
  const known = facts.filter(({ code }) => row.facts.includes(code));
  if (known.length === 0) return null;
  return (
    <span className={styles.tags}>
      {known.map(({ code, name, barred }) => (
        <Badge key={code} tone={barred ? 'bad' : 'attention'}>
          {barred ? <FormattedMessage id="note.barred" values={{ fact: name }} /> : name}
        </Badge>
      ))}
    </span>
  );
}
