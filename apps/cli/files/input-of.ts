import { createHash } from 'node:crypto';
import { canonicalJson } from '@thidua/scoring';
import type { JsonValue } from '@thidua/scoring';

/** What a result says it was computed from: the SHA-256 of the file's canonical JSON (competition file, "The result"). */
export function inputOf(document: JsonValue): string {
  return `sha256:${createHash('sha256').update(canonicalJson(document)).digest('hex')}`;
}
