import { describe, expect, it } from '@jest/globals';
import { checkText, locate, type Syntax } from '@thidua/scoring';
import { readText } from './read-file.js';

const YAML = `format: thidua/1
scales:
  - code: S
    parts:
      - {code: I, "a b": [1, 22], max: 5}
    name: "Một"
entries: &e
- unit: U1
  choice: yes
-
  points: 3
more: *e
`;

const JSON_TEXT = `{"a": {"b\\u0020c": [10, {"d]": "}"},
  true]}, "x": [[], {}, null],
  "é": 1}`;

const placesOf = (text: string, syntax: Syntax, paths: string[]): string[] => {
  const found = locate(text, syntax, paths);
  return paths.map((path) => `${found.get(path)?.line}:${found.get(path)?.column}`);
};

describe('places of a text', () => {
  it('finds members at their keys and items at their start in YAML', () => {
    const paths = ['format', 'scales[0]', 'scales[0].parts[0]["a b"][1]', 'entries[0].choice', 'entries[1].points'];
    expect(placesOf(YAML, 'yaml', paths)).toEqual(['1:1', '3:5', '5:30', '9:3', '11:3']);
  });

  it('finds them in JSON, whatever their keys and neighbours hold', () => {
    const paths = ['a["b c"][0]', 'a["b c"][1]["d]"]', 'a["b c"][2]', 'x', 'x[1]', 'x[2]', 'é'];
    expect(placesOf(JSON_TEXT, 'json', paths)).toEqual(['1:21', '1:26', '2:3', '2:11', '2:21', '2:25', '3:3']);
  });

  it('shows what is not there at the nearest place around it', () => {
    expect(placesOf(YAML, 'yaml', ['scales[0].version', 'campaign', '', 'more[0].unit', 'entries[7]'])).toEqual([
      '3:5',
      '1:1',
      '1:1',
      '12:1',
      '7:1',
    ]);
    expect(placesOf(JSON_TEXT, 'json', ['x[2].y.z', 'nope'])).toEqual(['2:25', '1:1']);
  });

  it('finds keys that a path shortens', () => {
    const key = 'k'.repeat(200);
    const path = `a["${'k'.repeat(80)}…"]`;
    expect(placesOf(`{"a": {"b": 1,\n"${key}": 2}}`, 'json', [path])).toEqual(['2:1']);
    expect(placesOf(`a:\n  b: 1\n  ${key}: 2`, 'yaml', [path])).toEqual(['3:3']);
  });

  it('keeps what was found before a JSON text breaks off', () => {
    expect(placesOf('{"a": [1,\n2', 'json', ['a[1]', 'b'])).toEqual(['2:1', '1:1']);
    for (const text of ['{"a"', '{"a: 1}', '{a: 1}', '{"a": [}', '{"\\x": 1}', '', '[1 2]', '{"a": 1 "b": 2}']) {
      expect(placesOf(text, 'json', ['a[5]', 'zz'])).toHaveLength(2);
    }
  });
});

describe('checking a text', () => {
  const told = (path: string): string[] => {
    const { errors, warnings } = checkText(readText(path), path.endsWith('.json') ? 'json' : 'yaml');
    return [...errors, ...warnings].map((each) => `${each.code} ${each.line}:${each.column} ${each.path}`);
  };

  it('tells errors in the order of the lines', () => {
    expect(told('fixtures/not-ok/02-duplicate-key.json')).toEqual(['file.syntax 5:3 campaign.code']);
    const unknown = told('fixtures/not-ok/05-unknown-keys.json');
    expect(unknown).toHaveLength(2);
    const lines = readText('fixtures/not-ok/05-unknown-keys.json').split('\n');
    const keys = unknown.map((each) => {
      const [, line, column] = /(\d+):(\d+)/.exec(each)!.map(Number);
      return lines[line! - 1]!.slice(column! - 1).match(/^"(\w+)"/)?.[1];
    });
    expect(keys.toSorted()).toEqual(['colour', 'weight']);
  });

  it('tells warnings only of a text without errors', () => {
    const text = readText('golden/ties.yaml');
    expect(checkText(text, 'yaml').errors).toEqual([]);
    expect(checkText(`${text}\ncolour: red\n`, 'yaml')).toMatchObject({
      errors: [{ code: 'field.unknown', path: 'colour', column: 1 }],
      warnings: [],
    });
  });
});
