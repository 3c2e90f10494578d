import { CODE, CODE_FORM, type Fields } from '../text/fields.js';

/** A list of codes, each once: `field.type`, `field.range` or `code.duplicate` otherwise. */
export function readCodes(fields: Fields, key: string): string[] {
  const codes: string[] = [];
  for (const { value, path } of fields.list(key) ?? []) {
    if (typeof value !== 'string') {
      fields.problems.add('field.type', path, 'a code (text) is expected', { expected: 'a code (text)' });
    } else if (!CODE.test(value)) {
      fields.problems.add('field.range', path, CODE_FORM, { reason: 'code' });
    } else if (codes.includes(value)) {
      fields.problems.add('code.duplicate', path, 'this code is named twice', { reason: 'list', value });
    } else codes.push(value);
  }
  return codes;
}
