import { App, Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { ReasonDialog } from '../../app/reason-dialog.js';
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
  const [open, setOpen] = useState(false);
  const send = async (reason: string) => {
    await reopen(criterion.code, reason);
    message.success(formatMessage({ id: 'reopen.done' }, { criterion: criterion.code, unit }));
  };
  return (
    <>
      <Button
        type="link"
        className={styles.take}
        data-testid={`reopen-${criterion.code}`}
        onClick={() => setOpen(true)}
      >
        <FormattedMessage id="reopen.action" />
      </Button>
      {open && (
        <ReasonDialog
          title={formatMessage({ id: 'reopen.title' }, { criterion: criterion.code })}
          verb={formatMessage({ id: 'reopen.action' })}
          about={['reopen', unit, stage, criterion.code]}
          required
          danger
          send={send}
          close={() => setOpen(false)}
        >
          <p>
            <FormattedMessage id="reopen.text" values={{ stage, unit, name: criterion.name }} />
          </p>
        </ReasonDialog>
      )}
    </>
  );
}
