import { FormattedMessage, useIntl } from 'react-intl';
import { decideProposal } from '../../api/reviews.js';
import type { Proposal } from '../../api/types.js';
import { AnswerDialog } from './answer-dialog.js';
import { StandingText } from './standing-text.js';

interface Props {
  campaign: string;
  proposal: Proposal;
  outcome: 'approve' | 'reject';
  /** The ranking the proposal rested on when the person asked. */
  revision: number;
  close(): void;
}

/** The council's answer to one proposal. */
export function DecisionDialog({ campaign, proposal, outcome, revision, close }: Props) {
  const { formatMessage } = useIntl();
  return (
    <AnswerDialog
      campaign={campaign}
      about={[String(proposal.id), outcome]}
      title={formatMessage({ id: `decision.${outcome}Title` })}
      verb={formatMessage({ id: `decision.${outcome}` })}
      refusal={outcome === 'reject'}
      send={(reason) => decideProposal(campaign, proposal.id, { revision, outcome, ...reason })}
      done={() => formatMessage({ id: 'decision.done' })}
      close={close}
    >
      <p>
        <FormattedMessage
          id="decision.ask"
          values={{
            reward: <strong>{proposal.rewardName}</strong>,
            unit: <strong>{proposal.unitName}</strong>,
          }}
        />
        {proposal.standing !== null && (
          <>
            <br />
            <StandingText standing={proposal.standing} />
          </>
        )}
      </p>
    </AnswerDialog>
  );
}
