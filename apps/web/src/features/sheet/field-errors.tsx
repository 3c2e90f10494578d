import { FormattedMessage } from 'react-intl';
import type { DraftError } from './draft.js';
import styles from './sheet.module.css';

export function FieldErrors({ id, errors }: { id?: string; errors: readonly DraftError[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} className={styles.error}>
      {errors.map((error) => (
        <div key={`${error.field}${error.id ?? error.text}`}>
          {error.id === undefined ? error.text : <FormattedMessage id={error.id} />}
        </div>
      ))}
    </div>
  );
}
