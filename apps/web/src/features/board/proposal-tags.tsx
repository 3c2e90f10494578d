import { FormattedMessage } from 'react-intl';
import type { ProposalStatus, StandingProposal } from '../../api/types.js';
import { Badge, type Tone } from '../../app/badge.js';
import styles from './board.module.css';

export const proposalTones: Record<ProposalStatus, Tone> = {
  proposed: 'info',
  returned: 'neutral',
  endorsed: 'attention',
  approved: 'good',
  rejected: 'bad',
};

/** What a unit is proposed for and how far that has come. */
export function ProposalTags({ proposals }: { proposals: StandingProposal[] }) {
  return (
    <span className={styles.tags}>
      {proposals.map((proposal) => (
        <Badge key={proposal.reward} tone={proposal.obstacle === null ? proposalTones[proposal.status] : 'bad'}>
          <strong>{proposal.name}</strong>
          <br />
          <FormattedMessage id={proposal.obstacle === null ? `proposal.${proposal.status}` : 'proposal.blocked'} />
        </Badge>
      ))}
    </span>
  );
}
