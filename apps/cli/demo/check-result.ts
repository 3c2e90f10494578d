import { canonicalJson, parseText, readCompetition, score } from '@thidua/scoring';
import type { JsonValue } from '@thidua/scoring';
import { Failure } from '../failures.js';
import { inputOf } from '../files/input-of.js';
import { say } from '../output/write.js';
import type { ServiceClient } from './service-client.js';

/** Computes the service's competition anew, from the file as it gives it, and compares with what it has stored. */
export async function checkResult(office: ServiceClient, campaign: string): Promise<void> {
  const document = parseText(await office.getText(`/api/campaigns/${campaign}/file`), 'json');
  const competition = document.ok ? readCompetition(document.value) : document;
  if (!document.ok || !competition.ok) throw new Failure('the file that the service gives is not a right one');
  const input = inputOf(document.value);
  const computed = score(competition.value, input);
  const stored = await office.get<JsonValue>(`/api/campaigns/${campaign}/result`);
  if (canonicalJson(stored) !== canonicalJson(computed as unknown as JsonValue)) {
    throw new Failure('the stored ranking differs from a computation of the same entries');
  }
  say(`  equal in every field: ${computed.clusters.length} clusters, ${computed.rewards.length} reward rows, ${input}`);
}
