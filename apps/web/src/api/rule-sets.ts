import { queryOptions } from '@tanstack/react-query';
import { client, csrf, dataOf } from './client.js';
import type { RuleSet, RuleSetPreview } from './types.js';

export function ruleSetsQuery(campaign: string) {
  return queryOptions({
    queryKey: ['rule-sets', campaign],
    queryFn: () => dataOf(client.GET('/api/campaigns/{campaign}/rule-sets', { params: { path: { campaign } } })),
  });
}

/** Takes a competition file as the draft of other rules. */
export function draftRuleSet(campaign: string, text: string, syntax: 'json' | 'yaml'): Promise<RuleSet> {
  return dataOf(
    client.POST('/api/campaigns/{campaign}/rule-sets', {
      params: { path: { campaign }, header: csrf() },
      headers: { 'content-type': `application/${syntax}` },
      // It is sent as it is written: the server keeps every digit.
      body: text as never,
      bodySerializer: (body: unknown) => body as string,
    }),
  );
}

/** What a draft would change, by what is submitted now. */
export function previewRuleSet(campaign: string, number: number): Promise<RuleSetPreview> {
  return dataOf(
    client.GET('/api/campaigns/{campaign}/rule-sets/{number}/preview', { params: { path: { campaign, number } } }),
  );
}

export function applyRuleSet(
  campaign: string,
  { number, inForce, revision }: RuleSetPreview,
  decided: { basis: string; reason: string },
): Promise<RuleSet> {
  return dataOf(
    client.POST('/api/campaigns/{campaign}/rule-sets/{number}/application', {
      params: { path: { campaign, number }, header: csrf() },
      body: { inForce, revision, ...decided },
    }),
  );
}

export function withdrawRuleSet(campaign: string, number: number): Promise<void> {
  return dataOf(
    client.DELETE('/api/campaigns/{campaign}/rule-sets/{number}', {
      params: { path: { campaign, number }, header: csrf() },
    }),
  ) as Promise<void>;
}
