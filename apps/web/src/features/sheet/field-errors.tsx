import { FormattedMessage } from 'react-intl';
import { useLanguage } from '../../i18n/language-provider.js';
import type { DraftError } from './draft.js';
import styles from './sheet.module.css';

export function FieldErrors({ id, errors }: { id?: string; errors: readonly DraftError[] }) {
  const { language } = useLanguage();
  if (errors.length === 0) return null;
  return (
    <div id={id} className={styles.error}>
      {errors.map((error) => (
        <div key={`${error.field}${error.id ?? error.text ?? error.words?.en}`}>
          {error.id === undefined ? (error.text ?? error.words?.[language]) : <FormattedMessage id={error.id} />}
        </div>
      ))}
    </div>
  );
}
