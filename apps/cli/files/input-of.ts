import { createHash } from 'node:crypto';
import { writeCanonicalJson } from '@thidua/scoring';
import type { JsonValue } from '@thidua/scoring';

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a result says it was computed from: the SHA-256 of the file's canonical JSON (competition file, "The result"). */
export function inputOf(document: JsonValue): string {
  const hash = createHash('sha256');
  writeCanonicalJson(document, (part) => hash.update(part));
  return `sha256:${hash.digest('hex')}`;
}
