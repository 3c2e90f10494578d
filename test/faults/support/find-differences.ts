import { createHash } from 'node:crypto';
import { canonicalJson, parseText, readCompetition, score } from '@thidua/scoring';

/**
 * In which fields the result document of the stored rankings differs from one computed from scratch, a line each.
 * @param file the competition file as the service gives it, with all that was submitted.
 * @param result the service's result document of its stored rankings.
 */
export function findDifferences(file: string, result: string): string[] {
  const parsed = parseText(file, 'json');
  const read = parsed.ok ? readCompetition(parsed.value) : parsed;
  if (!parsed.ok || !read.ok) return [`the file given back is wrong: ${JSON.stringify(read)}`];
  const input = `sha256:${createHash('sha256').update(canonicalJson(parsed.value)).digest('hex')}`;
  return differences('result', score(read.value, input), JSON.parse(result));
}

function differences(path: string, expected: unknown, found: unknown): string[] {
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(expected, found) ? [] : [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...keys].flatMap((key) => differences(`${path}.${key}`, expected[key], found[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
