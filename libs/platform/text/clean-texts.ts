import type { Fault } from '../problems/problem.js';

/** Control characters but tabs and line breaks, and halves of surrogate pairs: no text that a person writes. */
const NO_TEXT = /\p{Surrogate}|(?![\t\n\r])\p{Control}/u;
/** What shows nothing: white space, letters without width such as U+200B, Braille without a dot; as the engine's `isBlank`. */
const BLANK = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]+$/u;

/** Whether a text holds only what belongs in one. */
export function isText(text: string): boolean {
  return !NO_TEXT.test(text);
}

/**
 * A text as it is kept: in Unicode's composed form, so that what looks the same is the same, and empty where it shows
 * nothing.
 */
export function cleanText(text: string): string {
  return BLANK.test(text) ? '' : text.normalize('NFC');
}

/** A text that is none. */
export type TextFault = Fault & { readonly message: string };

/**
 * Cleans every text and key of a plain JSON value, in place, and gives a fault `field.text` for each that is none.
 * Here alone is decided what text is, for whatever comes in: bodies of requests and competition files.
 * @param value nested no deeper than its reader has let through.
 */
export function cleanTexts<Value>(value: Value): { readonly value: Value; readonly faults: readonly TextFault[] } {
  const faults: TextFault[] = [];
  return { value: clean(value, '', faults) as Value, faults };
}

function noText(path: string): TextFault {
  return { code: 'field.text', path, message: 'There is a control character, or half of a character.' };
}

function clean(value: unknown, path: string, faults: TextFault[]): unknown {
  if (typeof value === 'string') {
    if (!isText(value)) faults.push(noText(path));
    return cleanText(value);
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => (value[index] = clean(item, `${path}[${index}]`, faults)));
  } else if (typeof value === 'object' && value !== null) {
    cleanMembers(value as Record<string, unknown>, path, faults);
  }
  return value;
}

function cleanMembers(object: Record<string, unknown>, path: string, faults: TextFault[]): void {
  for (const [key, member] of Object.entries(object)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!isText(key)) faults.push(noText(at));
    const cleaned = clean(member, at, faults);
    const name = key.normalize('NFC');
    if (name !== key) delete object[key];
    if (name === key && cleaned === member) continue;
    Object.defineProperty(object, name, { value: cleaned, writable: true, enumerable: true, configurable: true });
  }
}
