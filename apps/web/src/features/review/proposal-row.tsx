import { Button, Space } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { Proposal } from '../../api/types.js';
import { Badge } from '../../app/badge.js';
import { formatDecimal } from '../../format/decimal.js';
import { formatMoment } from '../../format/date.js';
import { proposalTones } from '../board/proposal-tags.js';
import { DecisionDialog } from './decision-dialog.js';
import styles from './review.module.css';

interface Props {
  campaign: string;
  proposal: Proposal;
  order: number;
  /** null = for all clusters together. */
  clusterName: string | null;
  /** Of the unit's sheet, where this account may open it. */
  path: string | undefined;
}

export function ProposalRow({ campaign, proposal, order, clusterName, path }: Props) {
  const { formatMessage } = useIntl();
  const label = (column: 'cluster' | 'rank' | 'total' | 'class' | 'status') =>
    formatMessage({ id: `proposals.${column}` });
  return (
    <tr data-testid={`proposal-${proposal.id}`}>
      <td className={styles.order}>{order}</td>
      <th scope="row">
        {path === undefined ? (
          proposal.unitName
        ) : (
          <Link to={path} className="target">
            {proposal.unitName}
          </Link>
        )}
      </th>
      <td>
        <strong>{proposal.rewardName}</strong>
      </td>
      <td data-label={label('cluster')}>{clusterName ?? <FormattedMessage id="proposals.allClusters" />}</td>
      <td className={styles.number} data-label={label('rank')} data-testid={`rank-${proposal.id}`}>
        {proposal.standing?.rank ?? '–'}
      </td>
      <td className={styles.number} data-label={label('total')}>
        {proposal.standing === null ? '–' : formatDecimal(proposal.standing.total)}
      </td>
      <td data-label={label('class')}>{proposal.standing?.class ?? '–'}</td>
      <td data-label={label('status')}>
        <Badge tone={proposalTones[proposal.status]}>
          <FormattedMessage id={`proposal.${proposal.status}`} />
        </Badge>
        {!proposal.current && proposal.decision === null && (
          <div className={styles.outdated}>
            <FormattedMessage id="proposals.outdated" />
          </div>
        )}
        {proposal.obstacle !== null && (
          <div className={styles.outdated}>
            <FormattedMessage id={`obstacle.${proposal.obstacle.code}`} values={{ ...proposal.obstacle }} />
          </div>
        )}
      </td>
      <td>
        {proposal.decision === null ? <Answers campaign={campaign} proposal={proposal} /> : <Record {...proposal} />}
      </td>
    </tr>
  );
}

function Answers({ campaign, proposal }: { campaign: string; proposal: Proposal }) {
  const [asked, setAsked] = useState<{ outcome: 'approve' | 'reject'; revision: number } | null>(null);
  if (!proposal.may.includes('proposal.decide')) return <FormattedMessage id="proposals.undecided" />;
  return (
    <>
      <Space wrap>
        <Button
          type="primary"
          disabled={!proposal.current || proposal.obstacle !== null}
          data-testid={`approve-${proposal.id}`}
          onClick={() => setAsked({ outcome: 'approve', revision: proposal.revision })}
        >
          <FormattedMessage id="decision.approve" />
        </Button>
        <Button
          disabled={!proposal.current}
          data-testid={`reject-${proposal.id}`}
          onClick={() => setAsked({ outcome: 'reject', revision: proposal.revision })}
        >
          <FormattedMessage id="decision.reject" />
        </Button>
      </Space>
      {asked !== null && (
        <DecisionDialog campaign={campaign} proposal={proposal} {...asked} close={() => setAsked(null)} />
      )}
    </>
  );
}

function Record({ decision }: Proposal) {
  if (decision === null) return null;
  return (
    <>
      <FormattedMessage
        id="decision.record"
        values={{ by: <strong>{decision.by}</strong>, at: formatMoment(decision.at) }}
      />
      <div className="muted">
        <FormattedMessage id="decision.turn" values={{ number: decision.number }} />
      </div>
      {decision.reason && (
        <div className="muted">
          <FormattedMessage id="decision.reason" values={{ reason: decision.reason }} />
        </div>
      )}
    </>
  );
}
