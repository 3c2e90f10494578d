import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { reviewRanking } from '../../api/reviews.js';
import { formatMoment } from '../../format/date.js';
import { AnswerDialog } from './answer-dialog.js';

interface Props {
  campaign: string;
  cluster: string | null;
  name: string;
  outcome: 'endorse' | 'return';
  /** The ranking the person saw when asking. */
  revision: number;
  /** When that was computed. */
  computedAt: string | null;
  /** Id of the review that stood beside it. */
  seen: number | null;
  /** Whether it is still the ranking on the board. */
  isLatest: boolean;
  close(): void;
}

export function ReviewDialog({ campaign, cluster, name, outcome, revision, computedAt, seen, isLatest, close }: Props) {
  const { formatMessage } = useIntl();
  return (
    <AnswerDialog
      campaign={campaign}
      about={[cluster ?? '', outcome]}
      title={formatMessage({ id: `review.${outcome}Title` })}
      verb={formatMessage({ id: `review.${outcome}` })}
      refusal={outcome === 'return'}
      send={(reason) => reviewRanking(campaign, cluster, { revision, seen, outcome, ...reason })}
      done={() => formatMessage({ id: `review.${outcome}Done` })}
      close={close}
    >
      <p>
        <FormattedMessage
          id={`review.${outcome}Ask`}
          values={{ name: <strong>{name}</strong>, at: <strong>{formatMoment(computedAt ?? '')}</strong> }}
        />
      </p>
      {!isLatest && <Alert type="warning" showIcon title={<FormattedMessage id="review.latest" />} />}
    </AnswerDialog>
  );
}
