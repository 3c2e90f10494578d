import { locateInJson } from './locate-json.js';
import { locateInYaml } from './locate-yaml.js';
import type { Syntax } from './parse-text.js';
import { positionsOf, type TextPosition } from './text-position.js';
import { WantedPlaces } from './wanted-places.js';

/**
 * Line and column, from 1, of the places that errors and warnings of a text name by their `path` (spec, "Errors"): a
 * member stands where its key does, and a path the text does not have where the nearest object around it does; every
 * path asked for is in the answer. Columns count UTF-16 units. It reads the text once more, so it is meant for the
 * few files that are wrong. Throws nothing: in a text that cannot be read the places found before the fault stay.
 */
export function locate(text: string, syntax: Syntax, paths: readonly string[]): Map<string, TextPosition> {
  const wanted = walk(text, syntax, paths);
  const offsets = new Map(paths.map((path) => [path, wanted.offsetOf(path)]));
  const positions = positionsOf(text, new Set(offsets.values()));
  return new Map([...offsets].map(([path, offset]) => [path, positions.get(offset)!]));
}

/** How a text writes the scalars at some paths; undefined for those that it does not have. */
export function writtenAt(text: string, syntax: Syntax, paths: readonly string[]): Map<string, string | undefined> {
  const wanted = walk(text, syntax, paths);
  return new Map(paths.map((path) => [path, wanted.writtenAt(path)]));
}

function walk(text: string, syntax: Syntax, paths: readonly string[]): WantedPlaces {
  const wanted = WantedPlaces.of(paths);
  if (syntax === 'json') locateInJson(text, wanted);
  else locateInYaml(text, wanted);
  return wanted;
}
