import { createHash } from 'node:crypto';
import { canonicalJson } from '@thidua/scoring';
import type { JsonValue } from '@thidua/scoring';

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a result says it was computed from: the SHA-256 of the file's canonical JSON (competition file, "The result"). */
export function inputOf(document: JsonValue): string {
  return `sha256:${sha256(canonicalJson(document))}`;
}
