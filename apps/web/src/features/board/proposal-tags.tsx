import { FormattedMessage } from 'react-intl';
import type { ProposalStatus, StandingProposal } from '../../api/types.js';
import { Badge, type Tone } from '../../app/badge.js';
import styles from './board.module.css';

const tones: Record<ProposalStatus, Tone> = {
  proposed: 'info',
  returned: 'neutral',
  endorsed: 'attention',
  approved: 'good',
  rejected: 'bad',
};

interface State {
  /** `outdated`: endorsed, and then the ranking moved on. */
  status: ProposalStatus | 'outdated';
  /** Why it cannot be approved. */
  obstacle: StandingProposal['obstacle'];
  /** Stands above it. */
  reward?: string;
}

/** How far a proposal has come: one state, in the same words on the board and before the council. */
export function ProposalBadge({ status, obstacle, reward }: State) {
  const tone = status === 'outdated' ? 'info' : tones[status];
  return (
    <Badge tone={obstacle === null ? tone : 'bad'}>
      {reward !== undefined && (
        <>
          <strong>{reward}</strong>
          <br />
        </>
      )}
      <FormattedMessage id={obstacle === null ? `proposal.${status}` : `blocked.${obstacle}`} />
    </Badge>
  );
}

/** What a unit is proposed for and how far that has come. */
export function ProposalTags({ proposals }: { proposals: StandingProposal[] }) {
  return (
    <span className={styles.tags}>
      {proposals.map((proposal) => (
        <ProposalBadge
          key={proposal.reward}
          reward={proposal.name}
          status={proposal.status}
          obstacle={proposal.obstacle}
        />
      ))}
    </span>
  );
}
