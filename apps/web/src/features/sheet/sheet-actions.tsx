import { App, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { criteriaOf } from './collect-entries.js';
import { emptyDraft, isEmpty } from './draft.js';
import { isFirstStage } from './lower-entries.js';
import type { SheetForm } from './sheet-form.js';
import styles from './sheet.module.css';
import { canEnter } from './value-fields.js';
import type { Doing } from './use-sheet-form.js';

interface Props {
  form: SheetForm;
  changed: number;
  doing: Doing;
  save(): Promise<void>;
  submit(): Promise<void>;
}

/** Always in reach at the foot of the window. Submitting asks back only where something mandatory is still missing. */
export function SheetActions({ form, changed, doing, save, submit }: Props) {
  const { modal } = App.useApp();
  const { formatMessage } = useIntl();
  const missing = criteriaOf(form.sheet).filter(
    (criterion) => canEnter(criterion) && criterion.mandatory && isEmpty(form.drafts[criterion.code] ?? emptyDraft),
  );
  const start = () => {
    if (missing.length === 0 || !isFirstStage(form.sheet)) return void submit();
    modal.confirm({
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
      okButtonProps: { 'data-testid': 'confirm-submit' },
      cancelText: formatMessage({ id: 'submit.back' }),
      onOk: () => void submit(),
    });
  };
  return (
    <footer className={styles.actions}>
      <span role="status" className={changed > 0 ? styles.unsaved : 'muted'}>
        <FormattedMessage id={changed > 0 ? 'sheet.unsaved' : 'sheet.nothingUnsaved'} values={{ n: changed }} />
      </span>
      <Button
        data-testid="save-draft"
        loading={doing === 'saving'}
        disabled={doing !== null}
        onClick={() => void save()}
      >
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
