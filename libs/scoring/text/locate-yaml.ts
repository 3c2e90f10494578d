import { isMap, isScalar, isSeq, type Document, type ParsedNode } from 'yaml';
import type { WantedPlaces } from './wanted-places.js';
import { composeYaml } from './yaml-document.js';
import { YamlLimit } from './yaml-tokens.js';

/** Notes where the wanted places of a YAML text stand. What an alias repeats stands where the alias does. */
export function locateInYaml(text: string, wanted: WantedPlaces): void {
  const root = compose(text)?.contents;
  if (root) {
    wanted.found(root.range[0]);
    walk(root, wanted);
  }
}

/** A text beyond the limits has one error, of the whole: there is nothing to be found. */
function compose(text: string): Document.Parsed | undefined {
  try {
    return composeYaml(text);
  } catch (error) {
    if (error instanceof YamlLimit) return undefined;
    throw error;
  }
}

/** Goes only where something is asked for, so its depth is that of a written path. */
function walk(node: ParsedNode | null, wanted: WantedPlaces | undefined): void {
  if (isScalar(node)) wanted?.reads(node.source);
  if (!wanted?.isOpen) return;
  if (isMap(node)) {
    for (const { key, value } of node.items as { key: ParsedNode; value: ParsedNode | null }[]) {
      if (isScalar(key) && typeof key.value === 'string') walk(value, wanted.enter(key.value, key.range[0]));
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      walk(item, wanted.enter(index, item.range[0]));
    });
  }
}
