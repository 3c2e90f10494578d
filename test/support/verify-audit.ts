import { RecordedSubmissions } from '@thidua/entries';
import { Reader, verifyChain } from '@thidua/platform';
import type { Head, VerifiedChain } from '@thidua/platform';
import { RecordedReviews, RecordedRuleSets } from '@thidua/rankings';
import { RecordedRewards } from '@thidua/rewards';
import type { RunningApi } from './start-api.js';

/** Checks the audit log of a running application as `thidua audit verify` does, without a process of its own. */
export function verifyAudit(api: RunningApi, ...heads: Head[]): Promise<VerifiedChain> {
  const reader = api.get<Reader>(Reader);
  const recorded = [
    new RecordedSubmissions(reader),
    new RecordedRuleSets(reader),
    new RecordedReviews(reader),
    new RecordedRewards(reader),
  ];
  return verifyChain(reader, heads, recorded);
}
