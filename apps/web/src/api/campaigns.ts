import { queryOptions } from '@tanstack/react-query';
import { client, dataOf } from './client.js';

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: () => dataOf(client.GET('/api/campaigns')),
});

/** The live ranking of a campaign. Kept fresh by the event stream; the interval covers what the stream cannot. */
export function boardQuery(campaign: string) {
  return queryOptions({
    queryKey: ['board', campaign],
    queryFn: () => dataOf(client.GET('/api/campaigns/{campaign}/board', { params: { path: { campaign } } })),
    refetchInterval: ({ state }) => {
      const behind = state.data?.clusters.some((cluster) => !cluster.current) ?? false;
      return behind ? 2_000 : 60_000;
    },
  });
}
