import type { JsonValue } from './json-value.js';
import { Problems, type Outcome } from './problems.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';

export type Syntax = 'json' | 'yaml';

/**
 * The plain JSON value of a file's text (spec, "Top level", "Numbers"). Only syntax is judged: well-formed, no
 * duplicate keys, at most 64 levels deep, whole characters, and numbers of at most 15 significant digits, which a
 * double holds as written. Errors: `file.syntax` with line and column in `params`, `field.range` of a number, and
 * `field.unknown` of what can only be the decimals of the number before it.
 * Throws nothing.
 */
export function parseText(text: string, syntax: Syntax): Outcome<JsonValue> {
  const problems = new Problems();
  const value = syntax === 'json' ? readJson(text, problems) : readYaml(text, problems);
  return problems.outcome(value ?? null);
}
