import { describe, expect, it } from '@jest/globals';
import { parseText, readCompetition, type JsonObject } from '@thidua/scoring';
import { nfc } from '../../../libs/scoring/text/nfc.js';
import { Problems } from '../../../libs/scoring/text/problems.js';
import { labelKey } from '../../../libs/scoring/text/seen.js';
import { smallFile, told } from '../small-file.js';

const MOST = `a${'\u0301'.repeat(30)}`;
const MORE = `a${'\u0301'.repeat(15)}\u0316${'\u0301'.repeat(15)}`;

describe('more than thirty marks in a row', () => {
  const errorsOf = (text: string, syntax: 'json' | 'yaml') => {
    const outcome = parseText(text, syntax);
    return outcome.ok
      ? []
      : outcome.errors.map(({ code, path, params = {} }) => [
          code,
          path,
          params['reason'],
          params['line'],
          params['column'],
        ]);
  };
  const accents = (path: string, column: number) => [['file.syntax', path, 'accents', 1, column]];

  it('are no text of a file, in a value or a key, escaped or not', () => {
    const escaped = [...MORE].map((sign) => (sign === 'a' ? 'a' : `\\u0${sign.charCodeAt(0).toString(16)}`)).join('');
    for (const text of [MORE, escaped]) {
      expect(errorsOf(`{"x": "${text}"}`, 'json')).toEqual(accents('', 7));
      expect(errorsOf(`{"${text}": 1}`, 'json')).toEqual(accents('', 2));
      expect(errorsOf(`x: "${text}"`, 'yaml')).toEqual(accents('x', 4));
      expect(errorsOf(`"${text}": 1`, 'yaml')).toEqual(accents('', 1));
    }
    for (const text of [`{"x": "${MOST}", "${MOST}": 1}`]) expect(errorsOf(text, 'json')).toEqual([]);
    expect(errorsOf(`x: "${MOST}"\n"${MOST}": 1`, 'yaml')).toEqual([]);
  });

  it('are no text of a value either', () => {
    const file = smallFile({}) as unknown as { campaign: JsonObject };
    file.campaign['name'] = MORE;
    const outcome = readCompetition(file as unknown as JsonObject);
    expect(outcome.ok ? [] : told(outcome.errors)).toEqual(['field.range campaign.name {"reason":"accents"}']);
    file.campaign['name'] = MOST;
    expect(readCompetition(file as unknown as JsonObject).ok).toBe(true);
  });

  it('are left as they are, as nobody takes them', () => {
    expect(nfc(MORE)).toBe(MORE);
    expect(nfc(MOST)).toBe(MOST.normalize('NFC'));
    expect(nfc('e\u0302\u0301')).toBe('ế');
    // Also where what is unseen stood between them.
    const parted = `${MOST}\u200b${'\u0316'.repeat(30)}`;
    expect(labelKey(parted)).toBe(parted.replace('\u200b', ''));
  });
});

describe('errors without number', () => {
  it('are kept up to a hundred thousand', () => {
    const problems = new Problems();
    for (let n = 0; n < 100_002; n += 1) problems.add('field.type', null, `error ${n}`);
    expect(problems.errors).toHaveLength(100_000);
    expect(problems.errors.at(-1)!.message).toBe('error 99999');
    expect(problems.outcome(1).ok).toBe(false);
  });
});
