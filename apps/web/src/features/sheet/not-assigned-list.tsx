import { FormattedMessage } from 'react-intl';
import type { NotAssigned, Sheet } from '../../api/types.js';
import styles from './sheet.module.css';

interface Props {
  criteria: NotAssigned[];
  mode: Sheet['notAssignedMode'];
}

/**
 * What of the scale the unit has nothing to do with, why, and what becomes of its points: nothing is entered for it and
 * nothing is missing.
 */
export function NotAssignedList({ criteria, mode }: Props) {
  if (criteria.length === 0) return null;
  return (
    <section className={styles.part} data-testid="not-assigned">
      <h2 className={styles.partHead}>
        <FormattedMessage id="sheet.notAssigned" />
      </h2>
      <p className={styles.notAssignedMode}>
        <FormattedMessage id={`notAssignedMode.${mode}`} />
      </p>
      <ul className={styles.notAssigned}>
        {criteria.map(({ code, name, by, reason }) => (
          <li key={code}>
            <span className={styles.code}>{code}</span> {name}
            <div className={styles.hint}>{reason ?? <FormattedMessage id={`notAssigned.${by}`} />}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
