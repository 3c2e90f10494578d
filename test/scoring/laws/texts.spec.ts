import { describe, expect, it } from '@jest/globals';
import { canonicalJson, parseText, readCompetition, score, type JsonValue, type Syntax } from '@thidua/scoring';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { arbitraryFile } from '../reference/arbitrary.js';
import { valueOf } from '../read-file.js';
import { runs } from './runs.js';

/** What a text comes to: what its input hash is made of, and the result. */
function told(text: string, syntax: Syntax): [string, string] {
  const document = valueOf<JsonValue>(parseText(text, syntax));
  return [canonicalJson(document), JSON.stringify(score(valueOf(readCompetition(document)), 'sha256:-'))];
}

describe('a file', () => {
  it('is the same file as JSON and as YAML', () => {
    fc.assert(
      fc.property(arbitraryFile(), (file) => {
        expect(told(stringify(file), 'yaml')).toEqual(told(JSON.stringify(file), 'json'));
      }),
      runs(60),
    );
  });

  it('is the same file however its accents are written, in JSON and in YAML', () => {
    fc.assert(
      fc.property(arbitraryFile(), (file) => {
        const composed = told(JSON.stringify(file).normalize('NFC'), 'json');
        expect(told(JSON.stringify(file), 'json')).toEqual(composed);
        expect(told(JSON.stringify(file).normalize('NFD'), 'json')).toEqual(composed);
        expect(told(stringify(file).normalize('NFD'), 'yaml')).toEqual(composed);
      }),
      runs(60),
    );
  });
});
