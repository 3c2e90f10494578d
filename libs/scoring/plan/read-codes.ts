import { asCode, type Fields } from '../text/fields.js';

/** A list of codes, each once: `field.type`, `field.range` or `code.duplicate` otherwise. */
export function readCodes(fields: Fields, key: string): string[] {
  const codes: string[] = [];
  for (const { value, path } of fields.list(key) ?? []) {
    const code = asCode(value, path, fields.problems);
    if (code === undefined) continue;
    if (codes.includes(code)) {
      fields.problems.add('code.duplicate', path, 'this code is named twice', { reason: 'list', value: code });
    } else codes.push(code);
  }
  return codes;
}
