import { currentLanguage } from '../i18n/language.js';

/**
 * Decimals are strings everywhere (`"1234.50"`), never floating point numbers, so that what an official reads is
 * exactly what was computed. On screen they have a decimal comma and dots between thousands in Vietnamese, and the other
 * way round in English. Drafts keep what is typed in the Vietnamese way whatever the language of the page, so that a
 * figure stays the same when the language changes; inputs show and take it in the way of the page.
 */

/** `"1234.50"` → `"1.234,50"` (English `"1,234.50"`), digits kept as given. A true minus sign for negative figures. */
export function formatDecimal(decimal: string, language = currentLanguage()): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign, whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const text = `${sign ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
  return inLanguage(text, language);
}

/** A figure as a draft keeps it, in the way of the page, and back: in English point and comma change places. */
export function inLanguage(text: string, language = currentLanguage()): string {
  return language === 'vi' ? text : text.replaceAll(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
}

/** The text of a draft for a stored figure: as it reads everywhere else on the page. */
export function toInputText(decimal: string | number): string {
  return formatDecimal(String(decimal), 'vi');
}

export type Parsed = { ok: true; value: string } | { ok: false; reason: 'notANumber' | 'dotDecimal' | 'tooLong' };

const grouped = /^-?\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?$/;
/** A figure as it was typed, without the marks between its thousands and with a plain minus sign. */
export function ungrouped(text: string): string {
  const typed = text.trim().replace(/^[−–]/, '-');
  return grouped.test(typed) ? typed.replace(/[.\u00a0 ]/g, '') : typed;
}

const plain = /^-?\d+(?:,\d+)?$/;
const dotted = /^-?\d+\.\d+$/;
/** More digits than this in a row, before or after the comma, the service refuses too. */
const tooMany = /\d{41}/;

/**
 * Reads what a person typed: `1234,5`, `1.234,5`, `1 234,5`. A dot that does not group thousands (`65.33`) is
 * refused with its own reason instead of being guessed at: it would be a hundred times the figure or the figure.
 */
export function parseDecimal(text: string): Parsed {
  const typed = ungrouped(text);
  if (plain.test(typed)) {
    const value = typed.replace(',', '.');
    if (tooMany.test(value)) return { ok: false, reason: 'tooLong' };
    return { ok: true, value: value.replace(/^(-?)0+(?=\d)/, '$1') };
  }
  return { ok: false, reason: dotted.test(typed) ? 'dotDecimal' : 'notANumber' };
}

/** The shortest way to write a decimal: `"1.000"` is `"1"`. */
export function shortest(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/**
 * How a figure was read that somebody may have meant otherwise, because in some countries comma and point change places:
 * `1.000` is a thousand, `1,000` is one. Null for what has but one meaning.
 */
export function ambiguity(text: string): { mark: 'dot' | 'comma'; value: string } | null {
  const parsed = parseDecimal(text);
  const mark = text.includes('.') ? 'dot' : /,\d{3}\s*$/.test(text) ? 'comma' : null;
  return parsed.ok && mark !== null ? { mark, value: shortest(parsed.value) } : null;
}

/** A whole number ≥ 0 of at most 15 digits, which a JSON number carries exactly. */
export function parseCount(text: string): { ok: true; value: number } | { ok: false; reason: 'notACount' } {
  const digits = text.trim().replace(/(?<=\d)[.\u00a0 ](?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,15}$/.test(digits) ? { ok: true, value: Number(digits) } : { ok: false, reason: 'notACount' };
}
