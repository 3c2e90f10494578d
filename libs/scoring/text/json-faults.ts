import { MAX_DEPTH } from './json-value.js';

/** Why a JSON text means nothing from some place on: the reasons of its `file.syntax`, in English. */
export const JSON_FAULTS = {
  trailing: 'text after the end of the document',
  depth: `nesting deeper than ${MAX_DEPTH} levels`,
  key: 'a key in double quotes is expected',
  comma: 'a decimal is written with a point',
  colon: '":" is expected',
  objectEnd: '"," or "}" is expected',
  listEnd: '"," or "]" is expected',
  control: 'a control character in a string',
  unclosed: 'a string without an end',
  surrogate: 'half of a surrogate pair in a string',
  accents: 'more than 30 combining marks in a row in a string',
  escape: 'an unknown escape in a string',
  early: 'the document ends too early',
  value: 'a value is expected',
  tooManyRepeated: 'too many repeated keys',
} as const;

export type JsonFault = keyof typeof JSON_FAULTS;
