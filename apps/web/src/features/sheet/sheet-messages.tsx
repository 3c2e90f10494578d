import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { criteriaOf } from './collect-entries.js';
import { ReceiptNote, type Receipt } from './receipt.js';
import type { SheetForm } from './sheet-form.js';
import styles from './sheet.module.css';

interface Props {
  form: SheetForm;
  /** How many criteria differ from what is stored. */
  changed: number;
  submitted: Receipt | null;
}

/** What came of the last saving or submitting: the errors, each a way to its place, or the receipt. */
export function SheetMessages({ form, changed, submitted }: Props) {
  const wrong = criteriaOf(form.sheet).filter(({ code }) => form.errors[code]);
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
          type={form.refused === 'stored' || form.refused === 'partly' ? 'warning' : 'error'}
          showIcon
          title={
            wrong.length > 0 ? (
              <FormattedMessage id={`sheet.wrong.${form.refused}`} values={{ n: wrong.length }} />
            ) : (
              <FormattedMessage id={`sheet.refused.${form.refused === 'submitting' ? 'submitting' : 'saving'}`} />
            )
          }
          description={
            <>
              {form.refused === 'submitting' && changed === 0 && <FormattedMessage id="sheet.draftKept" />}
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
            </>
          }
        />
      )}
      {submitted !== null && <ReceiptNote sheet={form.sheet} receipt={submitted} />}
    </div>
  );
}
