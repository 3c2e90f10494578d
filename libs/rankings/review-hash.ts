import { hash } from 'node:crypto';
import { hashOfValues } from '@thidua/platform';
import type { Review } from './entities/review.entity.js';

export function snapshotHash(snapshot: string): string {
  return hash('sha256', snapshot);
}

/** What the audit log keeps of a review, and a proposal rests on: columns that are added later are not in it. */
export function reviewHash(review: Omit<Review, 'snapshot' | 'account'>): string {
  const {
    id,
    campaign,
    cluster,
    revision,
    restsOnAll,
    restsOn,
    outcome,
    reason,
    by,
    at,
    snapshotHash: ofSnapshot,
  } = review;
  return hashOfValues([id, campaign, cluster, revision, restsOnAll, restsOn, outcome, reason, by, at, ofSnapshot]);
}
