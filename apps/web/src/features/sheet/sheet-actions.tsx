import { App, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAsk } from '../../app/use-ask.js';
import { missingCriteria } from './missing-criteria.js';
import type { SheetForm } from './sheet-form.js';
import styles from './sheet.module.css';
import type { Doing } from './use-sheet-form.js';

interface Props {
  form: SheetForm;
  changed: number;
  doing: Doing;
  save(): Promise<void>;
  submit(): Promise<void>;
  discard(): Promise<void>;
}

/** Always in reach at the foot of the window. Submitting asks back only where something mandatory would be missing. */
export function SheetActions({ form, changed, doing, save, submit, discard }: Props) {
  const ask = useAsk();
  const { message } = App.useApp();
  const { formatMessage } = useIntl();
  const start = () => {
    const missing = missingCriteria(form.sheet, form.drafts);
    if (missing.length === 0) return void submit();
    ask({
      title: formatMessage({ id: 'submit.missingTitle' }, { n: missing.length }),
      content: (
        <>
          <p>{formatMessage({ id: 'submit.missingText' })}</p>
          <ul className={styles.missing}>
            {missing.map(({ code, name }) => (
              <li key={code}>
                {code} {name}
              </li>
            ))}
          </ul>
        </>
      ),
      okText: formatMessage({ id: 'submit.anyway' }),
      okButtonProps: { 'data-testid': 'confirm-submit', danger: true },
      cancelText: formatMessage({ id: 'submit.back' }),
      onOk: () => void submit(),
    });
  };
  const keep = () => {
    // What is stored already is not stored again: a submitted sheet stays one.
    if (changed === 0) message.info(formatMessage({ id: 'sheet.nothingToSave' }));
    else void save();
  };
  const { status } = form.sheet;
  const askToDiscard = () =>
    ask({
      title: formatMessage({ id: 'discard.title' }),
      content: formatMessage({ id: status === 'revised' ? 'discard.toSubmitted' : 'discard.toEmpty' }),
      okText: formatMessage({ id: 'discard.action' }),
      okButtonProps: { 'data-testid': 'confirm-discard', danger: true },
      cancelText: formatMessage({ id: 'discard.keep' }),
      onOk: () => void discard(),
    });
  return (
    <footer className={styles.actions}>
      <span role="status" className={changed > 0 ? styles.unsaved : 'muted'}>
        <FormattedMessage id={changed > 0 ? 'sheet.unsaved' : 'sheet.nothingUnsaved'} values={{ n: changed }} />
      </span>
      {(status === 'draft' || status === 'revised') && (
        <Button data-testid="discard-draft" disabled={doing !== null} onClick={askToDiscard}>
          <FormattedMessage id="discard.action" />
        </Button>
      )}
      <Button data-testid="save-draft" loading={doing === 'saving'} disabled={doing !== null} onClick={keep}>
        <FormattedMessage id="action.saveDraft" />
      </Button>
      {form.sheet.may.includes('sheet.submit') && (
        <Button
          type="primary"
          data-testid="submit-sheet"
          loading={doing === 'submitting'}
          disabled={doing !== null}
          onClick={start}
        >
          <FormattedMessage id="action.submit" />
        </Button>
      )}
    </footer>
  );
}
