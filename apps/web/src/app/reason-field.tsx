import { Input } from 'antd';
import { FormattedMessage } from 'react-intl';
import styles from './reason.module.css';

interface Props {
  id: string;
  value: string;
  required: boolean;
  missing: boolean;
  change(value: string): void;
}

export function ReasonField({ id, value, required, missing, change }: Props) {
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>
        <FormattedMessage id={required ? 'reason.required' : 'reason.optional'} />
      </label>
      <Input.TextArea
        id={id}
        data-testid="reason"
        rows={3}
        maxLength={2000}
        value={value}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-error` : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {missing && (
        <span id={`${id}-error`} className={styles.error} role="alert">
          <FormattedMessage id="reason.missing" />
        </span>
      )}
    </div>
  );
}
