import { Button, Space } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Review } from '../../api/types.js';
import { formatMoment } from '../../format/date.js';
import { ReviewDialog } from './review-dialog.js';
import styles from './review.module.css';

interface Asked {
  outcome: 'endorse' | 'return';
  revision: number;
  computedAt: string | null;
  /** Id of the review that stood beside it. */
  seen: number | null;
}

interface Props {
  campaign: string;
  /** null = the proposals of the whole campaign. */
  cluster: string | null;
  name: string;
  /** Of the ranking on screen; null = none was computed yet. */
  revision: number | null;
  /** When that was computed. */
  computedAt: string | null;
  current: boolean;
  review: Review | null;
  may: string[];
}

/** How the standing committee's review of a ranking stands, and for its members the two answers they can give. */
export function ReviewBar({ campaign, cluster, name, revision, computedAt, current, review, may }: Props) {
  // The revision is taken when the dialog opens: a person endorses what they saw, not what came after.
  const [asked, setAsked] = useState<Asked | null>(null);
  const key = cluster ?? 'campaign';
  const seen = review?.id ?? null;
  // The answer already given to this very ranking is not offered again.
  const answered = review?.current ? review.outcome : null;
  return (
    <div className={styles.bar}>
      {review !== null && <ReviewState review={review} />}
      {revision !== null && may.includes('ranking.review') && (
        <Space>
          {answered !== 'endorse' && (
            <Button
              type="primary"
              disabled={!current}
              data-testid={`endorse-${key}`}
              onClick={() => setAsked({ outcome: 'endorse', revision, computedAt, seen })}
            >
              <FormattedMessage id="review.endorse" />
            </Button>
          )}
          {answered !== 'return' && (
            <Button
              disabled={!current}
              data-testid={`return-${key}`}
              onClick={() => setAsked({ outcome: 'return', revision, computedAt, seen })}
            >
              <FormattedMessage id="review.return" />
            </Button>
          )}
        </Space>
      )}
      {asked !== null && revision !== null && (
        <ReviewDialog
          campaign={campaign}
          cluster={cluster}
          name={name}
          {...asked}
          isLatest={asked.revision === revision}
          close={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function ReviewState({ review }: { review: Review }) {
  const values = { by: review.by, at: formatMoment(review.at), reason: review.reason ?? '' };
  return (
    <span className={review.current && review.outcome === 'endorse' ? styles.endorsed : styles.outdated}>
      <FormattedMessage id={review.outcome === 'endorse' ? 'review.endorsed' : 'review.returned'} values={values} />
      {!review.current && (
        <>
          {' '}
          <FormattedMessage id="review.outdated" />
        </>
      )}
    </span>
  );
}
