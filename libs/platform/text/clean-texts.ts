import type { Fault } from '../problems/problem.js';

/**
 * No text that a person writes: control characters but tabs and line breaks; halves of surrogate pairs; what turns the
 * direction of letters, so that something else is read than stands there; and more marks on one letter than any script
 * has, which would take the square of their number to be put in order.
 */
const NO_TEXT = /\p{Surrogate}|(?![\t\n\r])\p{Control}|[\u202a-\u202e\u2066-\u2069]|\p{Mark}{31}/u;
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
  return {
    code: 'field.text',
    path,
    message: 'There is a control character, half of a character, or a letter with too many marks.',
  };
}

function clean(value: unknown, path: string, faults: TextFault[]): unknown {
  if (typeof value === 'string') {
    if (isText(value)) return cleanText(value);
    faults.push(noText(path));
    return value;
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
    const isName = isText(key);
    if (!isName) faults.push(noText(at));
    const cleaned = clean(member, at, faults);
    const name = isName ? key.normalize('NFC') : key;
    if (name !== key) delete object[key];
    if (name === key && cleaned === member) continue;
    Object.defineProperty(object, name, { value: cleaned, writable: true, enumerable: true, configurable: true });
  }
}
