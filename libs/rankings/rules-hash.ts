import { createHash } from 'node:crypto';
import type { CompiledCampaign } from '@thidua/campaigns';
import { canonicalJson } from '@thidua/scoring';
import type { JsonValue } from '@thidua/scoring';

const hashes = new WeakMap<CompiledCampaign, string>();

/** SHA-256 (hex) of a campaign's rules in RFC 8785 canonical JSON. */
export function rulesHash(rules: CompiledCampaign): string {
  let hash = hashes.get(rules);
  if (hash === undefined) {
    hash = sha256(rules.document);
    hashes.set(rules, hash);
  }
  return hash;
}

/** The `input` of a result: SHA-256 of the file's content in RFC 8785 canonical JSON. */
export function inputOf(document: JsonValue): string {
  return `sha256:${sha256(document)}`;
}

function sha256(document: JsonValue): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}
