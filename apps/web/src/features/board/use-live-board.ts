import { useQueryClient } from '@tanstack/react-query';
import { boardQuery } from '../../api/campaigns.js';
import { useLiveEvents, type LiveState } from '../../api/live-events.js';
import { useRefresh } from '../../app/use-refresh.js';

/** Reads the board again on every event of the campaign, and after every reconnection. */
export function useLiveBoard(campaign: string, enabled: boolean): LiveState {
  const queries = useQueryClient();
  const refresh = useRefresh(() => queries.refetchQueries({ queryKey: boardQuery(campaign).queryKey }));
  return useLiveEvents(campaign, refresh, { enabled });
}
