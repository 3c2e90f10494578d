import { describe, expect, it } from '@jest/globals';
import { checkText, locate, type JsonObject, type Syntax } from '@thidua/scoring';
import { smallFile } from '../small-file.js';

const placed = (text: string, syntax: Syntax = 'json'): string[] => {
  const { errors, warnings } = checkText(text, syntax);
  return [...errors, ...warnings].map(({ code, path, line, column }) => `${line}:${column} ${code} ${path}`);
};

describe('what is told of a text', () => {
  const file = smallFile({ value: { points: 7 } });
  const { format, campaign, scales, clusters } = file;

  it('stands in the order of its lines and columns, in whatever order it was found', () => {
    const wrong = (code: string): JsonObject => ({ unit: code, criterion: 'I.1', points: 1 });
    const text = [
      `{"format": ${JSON.stringify(format)},`,
      `"entries": [${JSON.stringify(wrong('X'))},`,
      ` ${JSON.stringify(wrong('Y'))}, ${JSON.stringify(wrong('Z'))}],`,
      `"colour": 1, "campaign": ${JSON.stringify(campaign)}, "size": 2,`,
      `"clusters": ${JSON.stringify(clusters)}, "scales": ${JSON.stringify(scales)}}`,
    ].join('\n');
    expect(placed(text)).toEqual([
      '2:14 ref.unknown entries[0].unit',
      '3:3 ref.unknown entries[1].unit',
      '3:46 ref.unknown entries[2].unit',
      '4:1 field.unknown colour',
      '4:89 field.unknown size',
    ]);
  });

  it('stands in the order of the columns of one line', () => {
    const entries = [{ unit: 'X', criterion: 'I.1', points: 1 }];
    const text = JSON.stringify({ format, entries, clusters, scales, campaign: { ...(campaign as object), more: 1 } });
    expect(placed(text).map((each) => each.replace(/^1:\d+ /, ''))).toEqual([
      'ref.unknown entries[0].unit',
      'field.unknown campaign.more',
    ]);
  });

  it('stands where the text breaks off, which no path says', () => {
    expect(placed('{"format": "thidua/1",\n  "entries": [1,,2]}')).toEqual(['2:17 file.syntax ']);
    expect(placed('a: 1\nb: [1\nc: 2\n', 'yaml').every((each) => /^[234]:/.test(each))).toBe(true);
    expect(placed('{"a": 1,\n "a": 2}')).toEqual(['2:2 file.syntax a']);
  });

  it('stands at the head of the text where nothing else is there', () => {
    expect(placed('\n\n{"format": "x"}')).toEqual(['3:2 file.format format']);
    expect(placed('[]')).toEqual(['1:1 file.format ']);
  });

  it('has how much there is in a text without errors', () => {
    const size = (over: JsonObject) => checkText(JSON.stringify({ ...file, ...over }), 'json').size;
    const units = (...codes: string[]) => codes.map((code) => ({ code, name: code }));
    const three = [
      { code: 'C', name: 'C', scale: 'S', units: units('U', 'V') },
      { code: 'D', name: 'D', scale: 'S', units: units('W', 'X', 'Y') },
    ];
    expect(size({})).toEqual({ clusters: 1, units: 1, entries: 1 });
    expect(size({ clusters: three })).toEqual({ clusters: 2, units: 5, entries: 1 });
    const { entries: _entries, ...without } = file;
    expect(checkText(JSON.stringify(without), 'json').size).toEqual({ clusters: 1, units: 1, entries: 0 });
    expect(size({ colour: 1 })).toBeUndefined();
  });

  it('is no division by zero while anything else is wrong', () => {
    const when = { inputs: { t: 'total', v: 'value:I.1' }, expr: 't / v > 1' };
    const divides = (entry: JsonObject, over: JsonObject = {}) =>
      placed(
        JSON.stringify({
          ...file,
          classes: [{ code: 'k', name: 'K', when }],
          entries: [{ unit: 'U', criterion: 'I.1', points: 0 }, entry].filter((each) => 'unit' in each),
          ...over,
        }),
      ).map((each) => each.replace(/^\d+:\d+ /, ''));
    expect(divides({})).toEqual(['condition.divisionByZero classes[0].when']);
    expect(divides({ unit: 'X', criterion: 'I.1', points: 1 })).toEqual(['ref.unknown entries[1].unit']);
    expect(divides({ unit: 'U', criterion: 'I.1' })).toEqual([
      'entry.value.shape entries[1].points',
      'entry.duplicate entries[1]',
    ]);
    expect(divides({}, { scales: 1 })).toEqual(['field.type scales', 'ref.unknown clusters[0].scale']);
  });

  it('is a warning where there is no error', () => {
    const warned = smallFile({ rule: { step: 3 } });
    expect(placed(JSON.stringify(warned, null, 1)).map((each) => each.replace(/^\d+:\d+ /, ''))).toEqual([
      'criterion.max.unreachable scales[0].parts[0].criteria[0].max',
    ]);
  });
});

describe('places of a text', () => {
  const at = (text: string, syntax: Syntax, ...paths: string[]): string[] => {
    const found = locate(text, syntax, paths);
    return paths.map((path) => `${found.get(path)?.line}:${found.get(path)?.column}`);
  };

  it('are those of several paths on several lines', () => {
    const text = '{\n"a": 1,\n\n  "b": {"c": 2,\n"d": [3,\n 4]}}';
    expect(at(text, 'json', 'b.d[1]', 'a', 'b.c', 'b.d[0]', 'b', 'b.d')).toEqual([
      '6:2',
      '2:1',
      '4:9',
      '5:7',
      '4:3',
      '5:1',
    ]);
    expect(at('a: 1\nb:\n  c: 2\n  d:\n  - 3\n  - 4\n', 'yaml', 'b.d[1]', 'a', 'b.c', 'b.d[0]', 'b', 'b.d')).toEqual([
      '6:5',
      '1:1',
      '3:3',
      '5:5',
      '2:1',
      '4:3',
    ]);
  });

  it('skip what nobody asks for, whatever it holds', () => {
    expect(at('{"x": ["]", {"}": "\\"}"}, [[]]], "a": 1}', 'json', 'a')).toEqual(['1:34']);
    expect(at('{"x": "\\\\", "a": 1}', 'json', 'a')).toEqual(['1:13']);
    expect(at('{"x" : true , "y": null,"a" : 1}', 'json', 'a')).toEqual(['1:25']);
    expect(at('{"x": -1.5e3, "a": 1}', 'json', 'a', 'x')).toEqual(['1:15', '1:2']);
    expect(at('{"x": {}, "y": [], "a": [{}, [], 1]}', 'json', 'a[2]', 'y[0]', 'x.z')).toEqual(['1:34', '1:11', '1:2']);
  });

  it('are those around a value that has nothing below it', () => {
    expect(at('{"a": 1, "b": 2}', 'json', 'a.x', 'b')).toEqual(['1:2', '1:10']);
    expect(at('{"a": "x", "b": [1]}', 'json', 'a[0]', 'b[0].x')).toEqual(['1:2', '1:18']);
  });

  it('are counted beyond ten', () => {
    expect(at('[0,1,2,3,4,5,6,7,8,9,10,11,12]', 'json', '[12]', '[1]')).toEqual(['1:28', '1:4']);
    expect(at(`a:\n${'- 1\n'.repeat(12)}`, 'yaml', 'a[11]')).toEqual(['13:3']);
  });

  it('stop where the text is no JSON, wherever that is', () => {
    expect(at('{"x": ["y" 2], "a": 1}', 'json', 'x[0]', 'a')).toEqual(['1:8', '1:1']);
    expect(at('{"x": {"y" 2}, "a": 1}', 'json', 'x.y', 'a')).toEqual(['1:2', '1:1']);
  });

  it('stop where the text is no JSON', () => {
    for (const text of ['{"x" 1, "a": 1}', '{"x": 1; "a": 1}', '{x: 1, "a": 1}', '{"x": 1']) {
      expect(at(text, 'json', 'a')).toEqual(['1:1']);
    }
  });

  it('are found below 63 levels, and not looked for deeper', () => {
    const nested = (depth: number): string => '{"a": '.repeat(depth) + '1' + '}'.repeat(depth);
    const path = (depth: number): string => Array.from({ length: depth }, () => 'a').join('.');
    expect(at(nested(64), 'json', path(64))).toEqual([`1:${63 * 6 + 2}`]);
    expect(at(nested(65), 'json', path(65))).toEqual([`1:${63 * 6 + 2}`]);
  });

  it('understand quoted steps and numbers', () => {
    const text = '{"a b": {"c\\"d": [{"1": 2}]}, "[0]": 3, "đơn_vị-1": 4}';
    const paths = ['["a b"]["c\\"d"][0]["1"]', '["[0]"]', 'đơn_vị-1', '["a b"]'];
    expect(at(text, 'json', ...paths)).toEqual(['1:20', '1:31', '1:41', '1:2']);
  });

  it('of a YAML text beyond the limits are its head', () => {
    expect(at(`a: 1\n---\nb: 2\n`, 'yaml', 'b')).toEqual(['1:1']);
    expect(at('', 'yaml', 'b')).toEqual(['1:1']);
    expect(at('\n  a: 1\n', 'yaml', 'b', 'a')).toEqual(['2:3', '2:3']);
  });

  it('of YAML are found behind keys that are no text, and empty values', () => {
    expect(at('a: 1\n? [x]\n: 2\nb:\nc: [1, , 3]\n', 'yaml', 'b.d', 'a')).toEqual(['4:1', '1:1']);
    expect(at('c: [1, , 3]\nd: 1\n', 'yaml', 'c[5]', 'd')).toEqual(['1:1', '2:1']);
    expect(at('a: [1,\n  b, {c: 1}]\n', 'yaml', 'a[2].c', 'a[1]')).toEqual(['2:7', '2:3']);
  });
});
