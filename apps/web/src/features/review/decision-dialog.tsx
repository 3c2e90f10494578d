import { FormattedMessage, useIntl } from 'react-intl';
import { decideProposal } from '../../api/reviews.js';
import type { Proposal } from '../../api/types.js';
import type { Refusal } from '../../app/reason-dialog.js';
import { formatMoment } from '../../format/date.js';
import { AnswerDialog } from './answer-dialog.js';
import { StandingText } from './standing-text.js';
import { useRankingMoved } from './use-ranking-moved.js';

export interface AskedDecision {
  /** As the person saw it when asking. */
  proposal: Proposal;
  outcome: 'approve' | 'reject';
}

interface Props extends AskedDecision {
  campaign: string;
  /** The same proposal as it is now; undefined once it is before the council no more. */
  now: Proposal | undefined;
  close(): void;
}

/** The council's answer to one proposal. It outlives the row: what becomes of that while somebody types, it says itself. */
export function DecisionDialog({ campaign, proposal, outcome, now, close }: Props) {
  const { formatMessage } = useIntl();
  const { id, reward, unit, cluster, revision } = proposal;
  return (
    <AnswerDialog
      campaign={campaign}
      // Not by its number: endorsed anew, the same proposal has another one.
      about={[reward, cluster ?? '', unit, outcome]}
      title={formatMessage({ id: `decision.${outcome}Title` })}
      verb={formatMessage({ id: `decision.${outcome}` })}
      refusal={outcome === 'reject'}
      send={(reason) => decideProposal(campaign, id, { revision, outcome, ...reason })}
      done={() => formatMessage({ id: 'decision.done' })}
      ended={useEnded(now, outcome, revision)}
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

/** Why the answer can be given no more, in the order in which a person should hear of it. */
function useEnded(now: Proposal | undefined, outcome: 'approve' | 'reject', revision: number): Refusal | null {
  const { formatMessage } = useIntl();
  const moved = useRankingMoved();
  if (now?.decision) {
    const { by, at } = now.decision;
    return {
      title: formatMessage({ id: 'decision.justDecided' }),
      text: formatMessage(
        { id: now.decision.outcome === 'approve' ? 'decision.justApproved' : 'decision.justRejected' },
        { by, at: formatMoment(at) },
      ),
    };
  }
  if (now === undefined || !now.current || now.revision !== revision) return moved;
  if (!now.may.includes('proposal.decide')) {
    return { title: formatMessage({ id: 'answer.refused' }), text: formatMessage({ id: 'answer.rightGone' }) };
  }
  if (outcome === 'approve' && now.obstacle !== null) {
    return {
      title: formatMessage({ id: `blocked.${now.obstacle.code}` }),
      text: formatMessage({ id: `obstacle.${now.obstacle.code}` }, { ...now.obstacle }),
    };
  }
  return null;
}
