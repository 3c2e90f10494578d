import { canonicalJson } from '../text/canonical-json.js';
import type { Competition } from '../plan/competition.js';
import type { JsonValue } from '../text/json-value.js';
import { ENGINE } from '../live/assemble-result.js';
import type { ResultDocument } from '../live/result.js';
import { score } from '../live/score.js';
import { marksOf, type Marks, type Sha256 } from './marks.js';

export const BUNDLE_FORMAT = 'thidua-bundle/1';

/** A competition file with its result and what both were: enough to compute the result again anywhere. */
export interface Bundle {
  format: typeof BUNDLE_FORMAT;
  /** The engine that computed the result. */
  engine: string;
  hashes: {
    /** `sha256:…` of the file's canonical JSON; the result's `input` is the same. */
    file: string;
    /** `sha256:…` of the result's canonical JSON. */
    result: string;
    /** Of the file; they say where it was changed. */
    marks: Marks;
  };
  file: Competition;
  result: ResultDocument;
}

/**
 * Scores a checked competition and packs it with its result (spec, "The result") and the hashes of both. `sha256`
 * is the caller's: lower-case hexadecimal of a text's UTF-8. Throws a
 * TypeError or RangeError on a competition that was never checked.
 */
export function makeBundle(file: Competition, sha256: Sha256): Bundle {
  const document = file as unknown as JsonValue;
  const input = hashOf(document, sha256);
  const result = score(file, input);
  return {
    format: BUNDLE_FORMAT,
    engine: ENGINE,
    hashes: {
      file: input,
      result: hashOf(result as unknown as JsonValue, sha256),
      marks: marksOf(document, sha256),
    },
    file,
    result,
  };
}

/** `sha256:…` of a document's canonical JSON (spec, "The result"). */
export const hashOf = (document: JsonValue, sha256: Sha256): string => `sha256:${sha256(canonicalJson(document))}`;
