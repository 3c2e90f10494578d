import { Button, Space } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { Proposal, ProposalStatus } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import { formatMoment } from '../../format/date.js';
import { ProposalBadge } from '../board/proposal-tags.js';
import type { AskedDecision } from './decision-dialog.js';
import styles from './review.module.css';
import { StandingText } from './standing-text.js';

interface Props {
  proposal: Proposal;
  order: number;
  /** null = for all clusters together. */
  clusterName: string | null;
  /** Of the unit's sheet, where this account may open it. */
  path: string | undefined;
  /** Asks for the answer, on the page: this row may be gone before it is given. */
  ask(asked: AskedDecision): void;
}

export function ProposalRow({ proposal, order, clusterName, path, ask }: Props) {
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
        <State {...proposal} />
      </td>
      <td>{proposal.decision === null ? <Answers proposal={proposal} ask={ask} /> : <Record {...proposal} />}</td>
    </tr>
  );
}

/** One state, and below it what it means for the answer. */
function State({ status, current, decision, obstacle, standingNow }: Proposal) {
  const outdated = !current && decision === null;
  const blocked = outdated ? null : obstacle;
  return (
    <>
      <ProposalBadge status={outdated ? 'outdated' : (status as ProposalStatus)} obstacle={blocked?.code ?? null} />
      {outdated && standingNow === null && (
        <div className={styles.outdated}>
          <FormattedMessage id="proposals.moved" />
        </div>
      )}
      {blocked !== null && (
        <div className={styles.outdated}>
          <FormattedMessage id={`obstacle.${blocked.code}`} values={{ ...blocked }} />
        </div>
      )}
      {standingNow !== null && (
        <div className={styles.outdated} data-testid="standing-now">
          <FormattedMessage id="proposals.movedTo" /> <StandingText standing={standingNow} />.
        </div>
      )}
    </>
  );
}

function Answers({ proposal, ask }: Pick<Props, 'proposal' | 'ask'>) {
  if (!proposal.may.includes('proposal.decide')) return <FormattedMessage id="proposals.undecided" />;
  return (
    <Space wrap>
      <Button
        type="primary"
        disabled={!proposal.current || proposal.obstacle !== null}
        data-testid={`approve-${proposal.id}`}
        onClick={() => ask({ proposal, outcome: 'approve' })}
      >
        <FormattedMessage id="decision.approve" />
      </Button>
      <Button
        disabled={!proposal.current}
        data-testid={`reject-${proposal.id}`}
        onClick={() => ask({ proposal, outcome: 'reject' })}
      >
        <FormattedMessage id="decision.reject" />
      </Button>
    </Space>
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
