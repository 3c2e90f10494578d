import { cleanTexts } from '@thidua/platform';
import { parseText, readCompetition } from '@thidua/scoring';
import type { Competition, JsonObject, JsonValue, Syntax } from '@thidua/scoring';
import { fileInvalid } from './file-faults.js';

/** A competition file that is right: as it was written, and as it was read. */
export interface CompetitionFile {
  readonly document: JsonObject;
  readonly competition: Competition;
}

/**
 * Reads a competition file that somebody has sent.
 * @param take what of the file is taken, and so checked; all of it without.
 * @throws Problem `file.invalid` with every fault.
 */
export function readCompetitionFile(
  text: string,
  syntax: Syntax,
  take: (file: JsonValue) => JsonValue = (file) => file,
): CompetitionFile {
  const parsed = parseText(text, syntax);
  if (!parsed.ok) throw fileInvalid(parsed.errors, text, syntax);
  const { value, faults } = cleanTexts(parsed.value);
  if (faults.length > 0) throw fileInvalid(faults, text, syntax);
  const document = take(value);
  const read = readCompetition(document);
  if (!read.ok) throw fileInvalid(read.errors, text, syntax);
  return { document: document as JsonObject, competition: read.value };
}

/** A file without its entries. */
export function withoutEntries(file: JsonValue): JsonValue {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file;
  const { entries: _entries, ...rules } = file;
  return rules;
}
