import { beforeAll, describe, expect, it } from '@jest/globals';
import { competitionSchema, readCompetition, RULE_KINDS, type JsonObject, type JsonValue } from '@thidua/scoring';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { listFiles, parseFile, readJsonFile, valueOf } from './read-file.js';

let validate: ValidateFunction;
beforeAll(() => {
  validate = new Ajv2020({ strict: false }).compile(competitionSchema());
});

const GOLDEN = [
  ...listFiles('golden').filter((name) => name.endsWith('.yaml')),
  ...listFiles('golden/examples')
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => `examples/${name}`),
].map((name) => `golden/${name}`);

type Expected = Record<string, { code: string }[]>;
const EXPECTED = readJsonFile<Expected>('fixtures/not-ok/expected.json');
/** What is wrong with the shape of a file: the schema sees it too, while it cannot see what refers to what. */
const SHAPE = ['field.unknown', 'field.missing', 'field.type', 'file.format'];

describe('the JSON Schema', () => {
  it('is published as the code gives it', () => {
    expect(readJsonFile('../libs/scoring/schema/competition.schema.json')).toEqual(competitionSchema());
  });

  it.each([...GOLDEN, '../config/demo/vinh-yen-2022.yaml'])('accepts %s', (path) => {
    validate(valueOf(parseFile(path)));
    expect(validate.errors ?? []).toEqual([]);
  });

  const shapes = Object.keys(EXPECTED).filter((name) => EXPECTED[name]!.every(({ code }) => SHAPE.includes(code)));
  it.each(shapes)('refuses the shape of %s', (name) => {
    const document = parseFile(`fixtures/not-ok/${name}`);
    expect(document.ok && validate(document.value)).toBe(false);
  });

  it('has some shapes to refuse', () => expect(shapes.length).toBeGreaterThan(2));

  it('refuses nothing in a golden file changed in one place that the checks accept', () => {
    for (const path of GOLDEN) {
      const document = valueOf(parseFile(path)) as JsonObject;
      for (const changed of changesOf(document)) {
        if (readCompetition(changed).ok && !validate(changed)) {
          throw new Error(`${path}: ${JSON.stringify(validate.errors)}`);
        }
      }
    }
  });

  it('knows every kind of rule, each with its fields alone', () => {
    const { rule } = competitionSchema()['$defs'] as { rule: { allOf: JsonObject[] } };
    expect(rule.allOf).toHaveLength(RULE_KINDS.length);
    const document = valueOf(parseFile('golden/count.yaml')) as unknown as {
      scales: { parts: { criteria: { rule: JsonObject }[] }[] }[];
    };
    document.scales[0]!.parts[0]!.criteria[0]!.rule['weight'] = 1;
    expect(validate(document)).toBe(false);
  });
});

/** The document with one member of its rules left out, or made text or a number, a time each. */
function* changesOf(document: JsonObject): Generator<JsonObject> {
  const { entries: _entries, ...rules } = document;
  const text = JSON.stringify({ ...rules, entries: [] });
  for (const place of placesIn(JSON.parse(text) as JsonValue, [])) {
    for (const value of [undefined, 0, '1', 'x', null]) {
      const copy = JSON.parse(text) as JsonObject;
      const owner = place.slice(0, -1).reduce<JsonValue>((node, key) => (node as JsonObject)[key]!, copy) as JsonObject;
      const key = place.at(-1)!;
      if (value === undefined) delete owner[key];
      else owner[key] = value;
      yield copy;
    }
  }
}

function* placesIn(value: JsonValue, path: string[]): Generator<string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [...path, key];
    yield* placesIn(item, [...path, key]);
  }
}
