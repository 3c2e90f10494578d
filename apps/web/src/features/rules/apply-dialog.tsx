import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { codeOf } from '../../api/problem.js';
import { applyRuleSet } from '../../api/rule-sets.js';
import type { RuleSetPreview } from '../../api/types.js';
import { ReasonField } from '../../app/reason-field.js';
import { SafeDialog } from '../../app/safe-dialog.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { useTypedText } from '../../app/use-typed-text.js';
import styles from './rules.module.css';

interface Props {
  campaign: string;
  preview: RuleSetPreview;
  /** Figures have moved on since the comparison. */
  compareAgain(): void;
  done(): void;
  close(): void;
}

/** Asks by which document, and why, other rules come into force. */
export function ApplyDialog({ campaign, preview, compareAgain, done, close }: Props) {
  const { formatMessage } = useIntl();
  const problemText = useProblemText();
  const [basisId, reasonId] = [useId(), useId()];
  const basis = useTypedText(campaign, 'rules', `${preview.number}`, 'basis');
  const reason = useTypedText(campaign, 'rules', `${preview.number}`, 'reason');
  const [asked, setAsked] = useState(false);
  const given = { basis: basis.text.trim(), reason: reason.text.trim() };
  const apply = useMutation({
    mutationFn: () => applyRuleSet(campaign, preview, given),
    onSuccess: () => {
      basis.forget();
      reason.forget();
      done();
    },
  });
  const hasMoved = ['rules.moved', 'ranking.behind'].includes(codeOf(apply.error) ?? '');
  const isBasisMissing = asked && given.basis === '';
  return (
    <SafeDialog
      focusId={basisId}
      title={formatMessage({ id: 'rules.applyTitle' }, { number: preview.number })}
      okText={formatMessage({ id: 'rules.apply' })}
      okButtonProps={{ 'data-testid': 'confirm' }}
      onlyClose={hasMoved}
      confirmLoading={apply.isPending}
      onOk={() => {
        if (given.basis === '' || given.reason === '') setAsked(true);
        else apply.mutate();
      }}
      onCancel={close}
    >
      <p>
        <FormattedMessage
          id="rules.applyText"
          values={{ units: preview.units.length, awards: preview.awards.length, dropped: preview.dropped.length }}
        />
      </p>
      <div className={styles.field}>
        <label htmlFor={basisId}>
          <FormattedMessage id="rules.basisLabel" />
        </label>
        <Input
          id={basisId}
          data-testid="basis"
          maxLength={300}
          value={basis.text}
          status={isBasisMissing ? 'error' : ''}
          aria-invalid={isBasisMissing}
          onChange={(event) => basis.change(event.target.value)}
        />
        {isBasisMissing && (
          <span className={styles.error} role="alert">
            <FormattedMessage id="rules.basisMissing" />
          </span>
        )}
      </div>
      <ReasonField
        id={reasonId}
        value={reason.text}
        required
        missing={asked && given.reason === ''}
        change={reason.change}
      />
      {apply.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(apply.error)}
          action={
            hasMoved && (
              <Button size="small" onClick={compareAgain}>
                <FormattedMessage id="rules.compareAgain" />
              </Button>
            )
          }
        />
      )}
    </SafeDialog>
  );
}
