import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { criteriaOf } from './collect-entries.js';
import type { SheetForm } from './sheet-form.js';
import styles from './sheet.module.css';

interface Props {
  campaign: string;
  form: SheetForm;
  submitted: { revision: number } | null;
}

/** What came of the last saving or submitting: the errors, each a way to its place, or the receipt. */
export function SheetMessages({ campaign, form, submitted }: Props) {
  const wrong = criteriaOf(form.sheet).filter(({ code }) => form.errors[code]);
  const board = `/campaigns/${encodeURIComponent(campaign)}?cluster=${encodeURIComponent(form.sheet.cluster.code)}`;
  const place = useRef<HTMLDivElement>(null);
  const told = submitted !== null || form.others.length > 0;
  useEffect(() => {
    // The buttons are at the foot of the window, the outcome is told at the head of the sheet.
    if (told) place.current?.scrollIntoView({ block: 'center' });
  }, [told]);
  return (
    <div aria-live="polite" className={styles.messages} ref={place}>
      {(wrong.length > 0 || form.others.length > 0) && (
        <Alert
          type="error"
          showIcon
          title={
            wrong.length > 0 ? (
              <FormattedMessage id="sheet.wrong" values={{ n: wrong.length }} />
            ) : (
              <FormattedMessage id="sheet.notStored" />
            )
          }
          description={
            <ul className={styles.wrongList}>
              {form.others.map((text) => (
                <li key={text}>{text}</li>
              ))}
              {wrong.map(({ code, name }) => (
                <li key={code}>
                  <a href={`#criterion-${code}`}>
                    {code} {name}
                  </a>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {submitted !== null && (
        <Alert
          type="success"
          showIcon
          data-testid="submitted"
          title={<FormattedMessage id="sheet.submitted" />}
          description={
            <Link to={board}>
              <FormattedMessage id="sheet.toBoard" />
            </Link>
          }
        />
      )}
    </div>
  );
}
