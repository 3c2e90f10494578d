import { queryOptions } from '@tanstack/react-query';
import { client, dataOf } from './client.js';
import type { Board } from './types.js';

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: () => dataOf(client.GET('/api/campaigns')),
});

/** The board as it was last read: the browser keeps no answers, and most readings find nothing new. */
const lastRead = new Map<string, { etag: string; board: Board }>();

async function readBoard(campaign: string): Promise<Board> {
  const known = lastRead.get(campaign);
  const answer = client.GET('/api/campaigns/{campaign}/board', {
    params: { path: { campaign } },
    ...(known && { headers: { 'If-None-Match': known.etag } }),
  });
  const response = await answer.then((given) => given.response).catch(() => null);
  if (known && response?.status === 304) return known.board;
  const board = await dataOf(answer);
  const etag = response?.headers.get('etag');
  if (etag) lastRead.set(campaign, { etag, board });
  return board;
}

/** The live ranking of a campaign. Kept fresh by the event stream; the interval covers what the stream cannot. */
export function boardQuery(campaign: string) {
  return queryOptions({
    queryKey: ['board', campaign],
    queryFn: () => readBoard(campaign),
    refetchInterval: ({ state }) => {
      const behind = state.data?.clusters.some((cluster) => !cluster.current) ?? false;
      return behind ? 2_000 : 60_000;
    },
  });
}
