import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useIntl } from 'react-intl';
import { codeOf } from '../../api/problem.js';
import { useProblemText } from '../../app/use-problem-text.js';

/**
 * Explains why a review or decision was refused. Where things moved on meanwhile (409) nothing was recorded, and the
 * person is shown the state as it is now.
 */
export function useMovedOn(campaign: string): (error: unknown) => void {
  const { modal } = App.useApp();
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const text = useProblemText();
  return (error) => {
    const behind = codeOf(error) === 'ranking.behind';
    const decided = codeOf(error) === 'proposal.decided';
    // What earlier decisions leave no room for says so in the list, once that is read again.
    if (behind || decided || codeOf(error)?.startsWith('decision.')) {
      void queries.invalidateQueries({ queryKey: ['board', campaign] });
      void queries.invalidateQueries({ queryKey: ['proposals', campaign] });
    }
    modal.warning({
      title: formatMessage({
        id: behind ? 'review.behindTitle' : decided ? 'review.decidedTitle' : 'review.refusedTitle',
      }),
      content: behind ? formatMessage({ id: 'review.behind' }) : text(error),
      okText: formatMessage({ id: 'action.understood' }),
    });
  };
}
