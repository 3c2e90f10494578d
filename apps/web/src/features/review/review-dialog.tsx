import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { reviewRanking } from '../../api/reviews.js';
import { ReasonField } from './reason-field.js';
import { useMovedOn } from './use-moved-on.js';

interface Props {
  campaign: string;
  cluster: string | null;
  name: string;
  outcome: 'endorse' | 'return';
  /** The ranking the person saw when asking. */
  revision: number;
  /** The ranking on the board now. */
  latest: number;
  close(): void;
}

export function ReviewDialog({ campaign, cluster, name, outcome, revision, latest, close }: Props) {
  const { formatMessage } = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const movedOn = useMovedOn(campaign);
  const [reason, setReason] = useState('');
  const [reasonMissing, setReasonMissing] = useState(false);
  const answer = useMutation({
    mutationFn: () =>
      reviewRanking(campaign, cluster, { revision, outcome, ...(reason.trim() && { reason: reason.trim() }) }),
    onSuccess: async () => {
      message.success(formatMessage({ id: outcome === 'endorse' ? 'review.endorseDone' : 'review.returnDone' }));
      close();
      await queries.invalidateQueries({ queryKey: ['board', campaign] });
      await queries.invalidateQueries({ queryKey: ['proposals', campaign] });
    },
    onError: (error) => {
      close();
      movedOn(error);
    },
  });
  const confirm = () => {
    if (outcome === 'return' && reason.trim() === '') setReasonMissing(true);
    else answer.mutate();
  };
  return (
    <Modal
      open
      title={<FormattedMessage id={outcome === 'endorse' ? 'review.endorseTitle' : 'review.returnTitle'} />}
      okText={formatMessage({ id: outcome === 'endorse' ? 'review.endorse' : 'review.return' })}
      okButtonProps={{ danger: outcome === 'return' }}
      confirmLoading={answer.isPending}
      onOk={confirm}
      onCancel={close}
    >
      <p>
        <FormattedMessage
          id={outcome === 'endorse' ? 'review.endorseAsk' : 'review.returnAsk'}
          values={{ name: <strong>{name}</strong>, revision: <strong>{revision}</strong> }}
        />
      </p>
      {latest !== revision && (
        <Alert type="warning" showIcon title={<FormattedMessage id="review.latest" values={{ latest }} />} />
      )}
      <ReasonField
        value={reason}
        required={outcome === 'return'}
        missing={reasonMissing && reason.trim() === ''}
        change={setReason}
      />
    </Modal>
  );
}
