import { Composer, type Document } from 'yaml';
import { parseYamlTokens } from './yaml-depth.js';

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  // Duplicate keys are found below in linear time; the library compares every pair of them.
  uniqueKeys: false,
  stringKeys: true,
  // !!binary and the like are not of the core schema: they must be told, not turned into objects.
  resolveKnownTags: false,
  strict: true,
} as const;

/** The documents of a YAML text with the places of their nodes; null when it nests deeper than a file may. */
export function composeYaml(text: string): Document.Parsed[] | null {
  const tokens = parseYamlTokens(text);
  if (tokens === null) return null;
  return [...new Composer(OPTIONS).compose(tokens, true, text.length)] as Document.Parsed[];
}
