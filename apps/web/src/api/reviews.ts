import { queryOptions } from '@tanstack/react-query';
import { client, csrf, dataOf } from './client.js';
import type { Decision, DecisionRequest, Review, ReviewRequest } from './types.js';

/** Reviews a cluster's ranking, or with `cluster: null` the proposals of the whole campaign. */
export function reviewRanking(campaign: string, cluster: string | null, body: ReviewRequest): Promise<Review> {
  return cluster === null
    ? dataOf(client.POST('/api/campaigns/{campaign}/reviews', { params: { path: { campaign }, header: csrf() }, body }))
    : dataOf(
        client.POST('/api/campaigns/{campaign}/clusters/{cluster}/reviews', {
          params: { path: { campaign, cluster }, header: csrf() },
          body,
        }),
      );
}

export function proposalsQuery(campaign: string) {
  return queryOptions({
    queryKey: ['proposals', campaign],
    queryFn: () => dataOf(client.GET('/api/campaigns/{campaign}/proposals', { params: { path: { campaign } } })),
  });
}

export function decideProposal(campaign: string, proposal: number, body: DecisionRequest): Promise<Decision> {
  return dataOf(
    client.POST('/api/campaigns/{campaign}/proposals/{proposal}/decision', {
      params: { path: { campaign, proposal }, header: csrf() },
      body,
    }),
  );
}
