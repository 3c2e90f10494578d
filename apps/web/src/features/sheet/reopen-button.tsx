import { App, Button } from 'antd';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { SafeDialog } from '../../app/safe-dialog.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { ReasonField } from '../review/reason-field.js';
import styles from './sheet.module.css';

interface Props {
  criterion: SheetCriterion;
  /** Name of the stage whose entry is taken back. */
  stage: string;
  unit: string;
  reopen(criterion: string, reason: string): Promise<void>;
}

/** Takes back what this stage has entered for one criterion, so that the unit may correct it. */
export function ReopenButton({ criterion, stage, unit, reopen }: Props) {
  const { formatMessage } = useIntl();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const reasonId = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState('');
  const reason = text.trim();
  const confirm = async () => {
    setAsked(true);
    if (reason === '') return;
    setBusy(true);
    try {
      await reopen(criterion.code, reason);
      message.success(formatMessage({ id: 'reopen.done' }, { criterion: criterion.code, unit }));
      setOpen(false);
    } catch (error) {
      message.error(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  const start = () => {
    setText('');
    setAsked(false);
    setOpen(true);
  };
  return (
    <>
      <Button type="link" className={styles.take} data-testid={`reopen-${criterion.code}`} onClick={start}>
        <FormattedMessage id="reopen.action" />
      </Button>
      {open && (
        <SafeDialog
          focusId={reasonId}
          title={formatMessage({ id: 'reopen.title' }, { criterion: criterion.code })}
          okText={formatMessage({ id: 'reopen.action' })}
          okButtonProps={{ 'data-testid': 'confirm-reopen', danger: true }}
          confirmLoading={busy}
          onOk={() => void confirm()}
          onCancel={() => setOpen(false)}
        >
          <p>
            <FormattedMessage id="reopen.text" values={{ stage, unit, name: criterion.name }} />
          </p>
          <ReasonField id={reasonId} value={text} required missing={asked && reason === ''} change={setText} />
        </SafeDialog>
      )}
    </>
  );
}
