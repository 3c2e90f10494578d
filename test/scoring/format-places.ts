import { competitionSchema, type JsonObject, type JsonValue } from '@thidua/scoring';

const ROOT = competitionSchema();
const DEFINITIONS = ROOT['$defs'] as JsonObject;
const NAMED = ['criterion', 'rule', 'group'];

/**
 * Every key of the format and every word a value may be, by its place: `ranking.missing`, `ranking.missing = zero`,
 * `rule(bands).on = percent`. The schema is made from what the readers know, so nothing is left out.
 */
export function placesOfFormat(): Set<string> {
  const places = new Set<string>();
  walk(ROOT, '', undefined, (place) => places.add(place));
  return places;
}

/** Those of them that a document has. */
export function placesOf(document: JsonValue): Set<string> {
  const places = new Set<string>();
  walk(ROOT, '', [document], (place) => places.add(place));
  return places;
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `held` is a list of one: the value the schema speaks of; absent where the whole schema is to be seen. */
function walk(schema: JsonObject, name: string, held: [JsonValue] | undefined, see: (place: string) => void): void {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const definition = reference.replace('#/$defs/', '');
    // What stands in many places is told under its own name: a scale's criteria and their rules, and groups.
    const isNamed = NAMED.includes(definition);
    // A group holds groups, and the schema has no end.
    if (isNamed && held === undefined && name.split('.')[0] === definition) return;
    return walk(DEFINITIONS[definition] as JsonObject, isNamed ? definition : name, held, see);
  }
  const value = held?.[0];
  for (const word of (schema['enum'] ?? []) as string[]) {
    if (held === undefined || value === word) see(`${name} = ${word}`);
  }
  for (const [key, member] of Object.entries((schema['properties'] ?? {}) as JsonObject)) {
    if (held !== undefined && !(isObject(value) && Object.hasOwn(value, key))) continue;
    const place = name === '' ? key : `${name}.${key}`;
    see(place);
    walk(member as JsonObject, place, held && [(value as JsonObject)[key]!], see);
  }
  if (isObject(schema['items'])) {
    for (const item of held === undefined ? [undefined] : Array.isArray(value) ? value : []) {
      walk(schema['items'], name, held && [item!], see);
    }
  }
  for (const choice of [...((schema['anyOf'] ?? []) as JsonObject[]), ...((schema['oneOf'] ?? []) as JsonObject[])]) {
    walk(choice, name, held, see);
  }
  for (const { if: when, then } of (schema['allOf'] ?? []) as { if: JsonObject; then: JsonObject }[]) {
    const kind = (when['properties'] as { kind: { const: string } }).kind.const;
    if (held === undefined || (value as JsonObject)['kind'] === kind) walk(then, `${name}(${kind})`, held, see);
  }
}
