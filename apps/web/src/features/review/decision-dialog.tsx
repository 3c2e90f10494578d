import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { decideProposal } from '../../api/reviews.js';
import type { Proposal } from '../../api/types.js';
import { ReasonField } from './reason-field.js';
import { useMovedOn } from './use-moved-on.js';

interface Props {
  campaign: string;
  proposal: Proposal;
  outcome: 'approve' | 'reject';
  /** The ranking the proposal rested on when the person asked. */
  revision: number;
  close(): void;
}

/** The council's answer to one proposal. A refusal needs its reason, because the unit is told why. */
export function DecisionDialog({ campaign, proposal, outcome, revision, close }: Props) {
  const { formatMessage } = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const movedOn = useMovedOn(campaign);
  const [reason, setReason] = useState('');
  const [reasonMissing, setReasonMissing] = useState(false);
  const answer = useMutation({
    mutationFn: () =>
      decideProposal(campaign, proposal.id, { revision, outcome, ...(reason.trim() && { reason: reason.trim() }) }),
    onSuccess: async ({ number }) => {
      message.success(formatMessage({ id: 'decision.done' }, { number }));
      close();
      await queries.invalidateQueries({ queryKey: ['proposals', campaign] });
      await queries.invalidateQueries({ queryKey: ['board', campaign] });
    },
    onError: (error) => {
      close();
      movedOn(error);
    },
  });
  const confirm = () => {
    if (outcome === 'reject' && reason.trim() === '') setReasonMissing(true);
    else answer.mutate();
  };
  return (
    <Modal
      open
      title={<FormattedMessage id={outcome === 'approve' ? 'decision.approveTitle' : 'decision.rejectTitle'} />}
      okText={formatMessage({ id: outcome === 'approve' ? 'decision.approve' : 'decision.reject' })}
      okButtonProps={{ danger: outcome === 'reject' }}
      confirmLoading={answer.isPending}
      onOk={confirm}
      onCancel={close}
    >
      <p>
        <FormattedMessage
          id="decision.ask"
          values={{
            reward: <strong>{proposal.rewardName}</strong>,
            unit: <strong>{proposal.unitName}</strong>,
            revision: <strong>{revision}</strong>,
          }}
        />
      </p>
      <ReasonField
        value={reason}
        required={outcome === 'reject'}
        missing={reasonMissing && reason.trim() === ''}
        change={setReason}
      />
    </Modal>
  );
}
