import { Button, Space } from 'antd';
import { FormattedMessage } from 'react-intl';
import type { Review } from '../../api/types.js';
import { formatMoment } from '../../format/date.js';
import type { AskedReview, Reviewable } from './review-dialog.js';
import styles from './review.module.css';

interface Props extends Pick<AskedReview, 'cluster' | 'name' | 'puts' | 'leaves'> {
  group: Reviewable & { computedAt: string | null };
  /** Asks for the answer, on the page: this bar may be gone before it is given. */
  ask(asked: AskedReview): void;
}

/** How the standing committee's review of a ranking stands, and for its members the two answers they can give. */
export function ReviewBar({ group, ask, ...about }: Props) {
  const { revision, computedAt, current, review, may } = group;
  const key = about.cluster ?? 'campaign';
  // The answer already given to this very ranking is not offered again.
  const answered = review?.current ? review.outcome : null;
  return (
    <div className={styles.bar}>
      {review !== null && <ReviewState review={review} ofCampaign={about.cluster === null} />}
      {revision !== null && may.includes('ranking.review') && (
        <Space>
          {(['endorse', 'return'] as const)
            .filter((outcome) => answered !== outcome)
            .map((outcome) => (
              <Button
                key={outcome}
                type={outcome === 'endorse' ? 'primary' : 'default'}
                disabled={!current}
                data-testid={`${outcome}-${key}`}
                onClick={() => ask({ ...about, outcome, revision, computedAt, review })}
              >
                <FormattedMessage id={about.cluster === null ? `review.campaign.${outcome}` : `review.${outcome}`} />
              </Button>
            ))}
        </Space>
      )}
    </div>
  );
}

function ReviewState({ review, ofCampaign }: { review: Review; ofCampaign: boolean }) {
  const isEndorsed = review.outcome === 'endorse';
  const told = isEndorsed ? 'endorsed' : 'returned';
  return (
    <div className={review.current && isEndorsed ? styles.endorsed : styles.outdated}>
      <FormattedMessage
        id={ofCampaign ? `review.campaign.${told}` : `review.${told}`}
        values={{ by: review.by, at: formatMoment(review.at) }}
      />
      {!review.current && (
        <>
          {' '}
          <FormattedMessage id="review.outdated" />
        </>
      )}
      {review.reason !== null && (
        // On a line of its own: what people write does not end as a sentence.
        <div className={styles.remark}>
          <FormattedMessage id={isEndorsed ? 'review.remark' : 'decision.reason'} values={{ reason: review.reason }} />
        </div>
      )}
    </div>
  );
}
