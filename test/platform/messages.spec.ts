import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../libs/platform/problems/language.js';
import { MESSAGES_EN } from '../../libs/platform/problems/messages.en.js';
import { MESSAGES_VI } from '../../libs/platform/problems/messages.vi.js';
import { translate } from '../../libs/platform/problems/translate.js';

/** The codes of fields in a request, and of the HTTP answers the page acts upon. */
const CODES = `
  field.unknown field.missing field.type field.range
  session.link.spent session.credentials session.missing file.invalid ranking.behind sheet.stale
  precondition.required entries.invalid idempotency.reused review.reason.missing proposal.decided`;

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the messages', () => {
  it('exist in both languages for the same codes, with the same placeholders', () => {
    expect(Object.keys(MESSAGES_EN).toSorted()).toEqual(Object.keys(MESSAGES_VI).toSorted());
    for (const [code, text] of Object.entries(MESSAGES_VI)) {
      expect([code, placeholders(MESSAGES_EN[code as keyof typeof MESSAGES_EN])]).toEqual([code, placeholders(text)]);
    }
  });

  it.each(CODES.trim().split(/\s+/))('know %s', (code) => {
    expect(MESSAGES_VI).toHaveProperty([code]);
  });

  it('fall back to the English text given, then to the code', () => {
    expect(translate('no.such', {}, 'vi', 'said')).toBe('said');
    expect(translate('no.such', {}, 'vi')).toBe('no.such');
    expect(translate('toString', {}, 'vi')).toBe('toString');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en-US,en;q=0.9', 'en'],
    ['en;q=0.5, vi;q=0.4', 'en'],
    ['fr, de', 'vi'],
    ['en, vi', 'vi'],
  ] as const)('for Accept-Language %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
