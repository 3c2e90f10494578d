import { Composer, type CST, type Document } from 'yaml';
import { parseYamlTokens } from './yaml-tokens.js';

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

/** The document of a YAML text with the places of its nodes. Throws YamlLimit beyond what a file may have. */
export const composeYaml = (text: string): Document.Parsed => composeTokens(parseYamlTokens(text), text);

/** The same of tokens that were read from it, which are those of one document; a text of none has an empty one. */
export function composeTokens(tokens: readonly CST.Token[], text: string): Document.Parsed {
  const [document] = new Composer(OPTIONS).compose(tokens, true, text.length);
  return document as Document.Parsed;
}
