import { createHash } from 'node:crypto';
import { Clock } from '@thidua/platform';
import { canonicalJson, parseText, readCompetition, score } from '@thidua/scoring';
import type { JsonObject, JsonValue, ResultDocument } from '@thidua/scoring';

/** SHA-256 of a file's content in RFC 8785 canonical JSON, as a result names it. */
export function inputHash(document: JsonValue): string {
  return `sha256:${createHash('sha256').update(canonicalJson(document)).digest('hex')}`;
}

/** The file as the service gives it back: judged today where it names no day of its own. */
export function judgedToday<T extends JsonValue>(document: T): T {
  return { asOf: new Clock().today(), ...(document as JsonObject) } as unknown as T;
}

/** What the engine computes of a whole competition file at once: the measure of what the service has stored. */
export function scoreOf(document: JsonValue): ResultDocument {
  const read = readCompetition(document);
  if (!read.ok) throw new Error(`not a right competition file: ${JSON.stringify(read.errors)}`);
  return score(read.value, inputHash(document));
}

/** The content of a file's text; the file must be readable. */
export function contentOf(text: string, syntax: 'json' | 'yaml'): JsonValue {
  const parsed = parseText(text, syntax);
  if (!parsed.ok) throw new Error(`not readable: ${JSON.stringify(parsed.errors)}`);
  return parsed.value;
}
