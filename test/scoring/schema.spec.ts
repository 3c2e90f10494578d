import { beforeAll, describe, expect, it } from '@jest/globals';
import { competitionSchema, readCompetition, resultSchema, RULE_KINDS, score } from '@thidua/scoring';
import type { Competition, JsonObject, JsonValue, ResultDocument } from '@thidua/scoring';
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

  it.each(GOLDEN)('of results accepts that of %s, and nothing more or less', (path) => {
    const check = new Ajv2020({ strict: false }).compile(resultSchema());
    const competition = valueOf(parseFile(path)) as unknown as Competition;
    const result = JSON.parse(JSON.stringify(score(competition, `sha256:${'0'.repeat(64)}`))) as ResultDocument;
    check(result);
    expect(check.errors ?? []).toEqual([]);
    const [cluster] = result.clusters;
    const [standing] = cluster!.standings;
    const { total: _total, ...less } = standing!;
    for (const changed of [less, { ...standing, more: 1 }, { ...standing, total: 1 }]) {
      const clusters = [{ ...cluster, standings: [changed] }];
      expect(check({ ...result, clusters })).toBe(false);
    }
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
