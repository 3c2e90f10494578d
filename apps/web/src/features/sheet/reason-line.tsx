import { Button, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import type { DraftError } from './draft.js';
import { FieldErrors } from './field-errors.js';
import styles from './sheet.module.css';

interface Props {
  criterion: SheetCriterion;
  /** There is a lower stage to differ from, and a differing score needs its reason. */
  wanted: boolean;
  reason: string;
  errors: readonly DraftError[];
  change(reason: string): void;
}

/** Why the figure is what it is. Folded away until there is one, it is wanted, or the person asks for it. */
export function ReasonLine({ criterion, wanted, reason, errors, change }: Props) {
  const { formatMessage } = useIntl();
  const [asked, setAsked] = useState(false);
  const mine = errors.filter(({ field }) => field === 'reason');
  if (!asked && !wanted && reason === '' && mine.length === 0) {
    return (
      <Button type="link" className={styles.add} onClick={() => setAsked(true)}>
        <FormattedMessage id="reason.add" />
      </Button>
    );
  }
  return (
    <div className={styles.reason}>
      <span className={styles.fieldLabel}>
        <FormattedMessage id={wanted ? 'reason.differs' : 'reason.note'} />
      </span>
      <Input.TextArea
        autoSize
        maxLength={2000}
        value={reason}
        data-testid={`reason-${criterion.code}`}
        status={mine.length > 0 ? 'error' : undefined}
        aria-invalid={mine.length > 0}
        aria-label={formatMessage({ id: 'reason.label' }, { criterion: criterion.code })}
        onChange={(event) => change(event.target.value)}
      />
      <FieldErrors errors={mine} />
    </div>
  );
}
