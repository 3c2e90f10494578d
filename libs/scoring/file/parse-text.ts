import type { JsonValue } from './json-value.js';
import { Problems, type Outcome } from './problems.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';

export type Syntax = 'json' | 'yaml';

/**
 * The plain JSON value of a file's text. Only syntax is judged: well-formed, no duplicate keys, at most 64
 * levels deep, whole characters, and numbers a double can hold as written. Errors: `file.syntax`, `field.range`.
 */
export function parseText(text: string, syntax: Syntax): Outcome<JsonValue> {
  const problems = new Problems();
  const value = syntax === 'json' ? readJson(text, problems) : readYaml(text, problems);
  return problems.outcome(value ?? null);
}
