import { FormattedMessage, useIntl } from 'react-intl';
import { reviewRanking } from '../../api/reviews.js';
import type { Review } from '../../api/types.js';
import type { Refusal } from '../../app/reason-dialog.js';
import { formatMoment } from '../../format/date.js';
import { AnswerDialog } from './answer-dialog.js';
import { useRankingMoved } from './use-ranking-moved.js';

/** What a review is about, as the board has it. */
export interface Reviewable {
  /** Of the ranking; null = none was computed yet. */
  revision: number | null;
  current: boolean;
  review: Review | null;
  may: string[];
}

export interface AskedReview {
  /** null = the proposals of the whole campaign. */
  cluster: string | null;
  name: string;
  outcome: 'endorse' | 'return';
  /** The ranking the person saw when asking: they endorse what they saw, not what came after. */
  revision: number;
  /** When that was computed. */
  computedAt: string | null;
  /** The review it had then. */
  review: Review | null;
  /** Rewards that this review puts before the council, by name. */
  puts: readonly string[];
  /** Those of the same units that only the review of the whole campaign does. */
  leaves: readonly string[];
}

interface Props {
  campaign: string;
  asked: AskedReview;
  /** The same ranking as it is now; undefined once this account may not see it any more. */
  now: Reviewable | undefined;
  close(): void;
}

/** The committee's answer to a ranking. It outlives the place on the board that it was asked at. */
export function ReviewDialog({ campaign, asked, now, close }: Props) {
  const { formatMessage } = useIntl();
  const { cluster, name, outcome, revision, computedAt, review } = asked;
  const seen = review?.id ?? null;
  const title = formatMessage({
    id: cluster === null ? `review.campaign.${outcome}` : `review.${outcome}Title`,
  });
  return (
    <AnswerDialog
      campaign={campaign}
      about={[cluster ?? '', outcome]}
      title={title}
      verb={cluster === null ? title : formatMessage({ id: `review.${outcome}` })}
      refusal={outcome === 'return'}
      send={(reason) => reviewRanking(campaign, cluster, { revision, seen, outcome, ...reason })}
      done={() => formatMessage({ id: cluster === null ? `review.campaign.${outcome}Done` : `review.${outcome}Done` })}
      ended={useEnded(asked, now)}
      close={close}
    >
      <p>
        <FormattedMessage
          id={cluster === null ? `review.campaign.${outcome}Ask` : `review.${outcome}Ask`}
          values={{ name: <strong>{name}</strong>, at: <strong>{formatMoment(computedAt ?? '')}</strong> }}
        />
      </p>
      {outcome === 'endorse' && <Consequence {...asked} />}
    </AnswerDialog>
  );
}

/** What goes before the council by this endorsement, and what does not. */
function Consequence({ puts, leaves }: AskedReview) {
  const { formatList } = useIntl();
  const listed = (names: readonly string[]) => formatList(names, { type: 'unit' });
  return (
    <p data-testid="consequence">
      <FormattedMessage id={puts.length > 0 ? 'review.puts' : 'review.putsNone'} values={{ rewards: listed(puts) }} />
      {leaves.length > 0 && (
        <>
          <br />
          <FormattedMessage id="review.leaves" values={{ rewards: listed(leaves) }} />
        </>
      )}
    </p>
  );
}

function useEnded({ revision, review: seen }: AskedReview, now: Reviewable | undefined): Refusal | null {
  const { formatMessage } = useIntl();
  const moved = useRankingMoved();
  if (now === undefined || !now.may.includes('ranking.review')) {
    return { title: formatMessage({ id: 'answer.refused' }), text: formatMessage({ id: 'answer.rightGone' }) };
  }
  const { review } = now;
  if (review?.current && review.revision === revision && review.id !== seen?.id) {
    return {
      title: formatMessage({ id: 'review.justReviewed' }),
      text: formatMessage(
        { id: review.outcome === 'endorse' ? 'review.justEndorsed' : 'review.justReturned' },
        { by: review.by, at: formatMoment(review.at) },
      ),
    };
  }
  return now.current && now.revision === revision ? null : moved;
}
