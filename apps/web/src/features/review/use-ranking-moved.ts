import { useIntl } from 'react-intl';
import type { Refusal } from '../../app/reason-dialog.js';

/** The words for: the ranking is no longer the one that was looked at. */
export function useRankingMoved(): Refusal {
  const { formatMessage } = useIntl();
  return { title: formatMessage({ id: 'review.behindTitle' }), text: formatMessage({ id: 'review.behind' }) };
}
