import { describe, expect, it } from '@jest/globals';
import {
  canonicalJson,
  makeBundle,
  readCompetition,
  verifyBundle,
  type Bundle,
  type Competition,
  type JsonObject,
  type JsonValue,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile } from '../small-file.js';

/** A hash that can be read: the text itself. A mark is then the first eight characters of a value's JSON. */
const itself = (text: string): string => text;

const FILE = smallFile({
  value: { points: 7 },
  file: {
    targets: [{ unit: 'U', criterion: 'I.1', plan: 3 }],
    holds: [{ unit: 'U', kind: 'k', from: '2022-01-01' }],
    factKinds: [{ code: 'f', name: 'F' }],
    facts: [{ unit: 'U', kind: 'f', from: '2022-01-01' }],
  },
});
const bundle = (): Bundle => structuredClone(makeBundle(valueOf<Competition>(readCompetition(FILE)), itself));

/** What is found in the bundle after a change of its plain JSON. */
function found(change: (bundle: JsonObject & { file: JsonObject; result: JsonObject; hashes: JsonObject }) => void) {
  const changed = JSON.parse(JSON.stringify(bundle()));
  change(changed);
  return verifyBundle(changed as JsonValue, itself);
}

const NOT_THE_FILE = 'not what stood here when the bundle was made';
const NOT_THE_RESULT = 'not what is computed from the file';
const NOT_THE_MARK = 'not the mark of what stands there in the file';

describe('the marks of a file', () => {
  it('are one a value, and one an item of the long lists', () => {
    expect(bundle().hashes.marks).toEqual({
      format: '"thidua/',
      campaign: { code: '"c"', name: '"C"', from: '"2022-01', to: '"2022-12' },
      scales: [
        {
          ...{ code: '"S"', version: '1', name: '"S"' },
          parts: [
            {
              ...{ code: '"I"', name: '"I"', max: '10' },
              criteria: [{ code: '"I.1"', name: '"a"', max: '10', rule: { kind: '"direct"' } }],
            },
          ],
        },
      ],
      clusters: [{ code: '"C"', name: '"C"', scale: '"S"', units: [{ code: '"U"', name: '"U"' }] }],
      entries: ['{"criter'],
      targets: ['{"criter'],
      holds: [{ unit: '"U"', kind: '"k"', from: '"2022-01' }],
      factKinds: [{ code: '"f"', name: '"F"' }],
      facts: ['{"from":'],
    });
  });

  it('stand beside the hashes of file and result', () => {
    const { hashes, file, result, engine, format } = bundle();
    expect([format, engine]).toEqual(['thidua-bundle/1', 'thidua@0.2.0']);
    expect(hashes.file).toBe(`sha256:${canonicalJson(FILE)}`);
    expect(hashes.result).toBe(`sha256:${canonicalJson(result as unknown as JsonValue)}`);
    expect([file, result.input]).toEqual([FILE, hashes.file]);
  });
});

describe('a bundle that was changed', () => {
  it('has nothing to be told where it was not', () => {
    expect(found(() => undefined)).toEqual([]);
  });

  it('is told by the place in the file', () => {
    const named = found(({ file }) => Object.assign(file['campaign'] as object, { name: 'D' }));
    expect(named[0]).toEqual({ code: 'bundle.file', path: 'file.campaign.name', message: NOT_THE_FILE });
    const more = found(({ file }) => Object.assign(file['campaign'] as object, { theme: 't' }));
    expect(more[0]).toEqual({ code: 'bundle.file', path: 'file.campaign.theme', message: NOT_THE_FILE });
    const less = found(({ file }) => Reflect.deleteProperty((file['holds'] as JsonObject[])[0]!, 'kind'));
    expect(less[0]).toEqual({ code: 'bundle.file', path: 'file.holds[0].kind', message: NOT_THE_FILE });
  });

  it('is told by what the file must not say', () => {
    const wrong = found(({ file }) => Object.assign(file, { 'a b': 1 }));
    expect(wrong.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'bundle.file file["a b"]',
      'bundle.file.wrong file["a b"]',
    ]);
    const none = found((whole) => Object.assign(whole, { file: 'text' }));
    expect(none.map(({ code, path }) => `${code} ${path}`)).toEqual(['bundle.file file', 'bundle.file.wrong file']);
  });

  it('is told with the error that its file has, and what that says', () => {
    const causes = (change: (file: JsonObject) => void) =>
      found(({ file }) => change(file)).flatMap(({ code, cause }) => (code === 'bundle.file.wrong' ? [cause] : []));
    expect(causes((file) => Object.assign(file, { colour: 1 }))).toStrictEqual([
      { code: 'field.unknown', params: { key: 'colour' } },
    ]);
    const twice = [1, 2].map((points) => ({ unit: 'U', criterion: 'I.1', points }));
    expect(causes((file) => Object.assign(file, { entries: twice }))).toMatchObject([{ code: 'entry.duplicate' }]);
  });

  it.each<[string, JsonValue]>([
    ['text', 'x'],
    ['a list', []],
    ['null', null],
  ])('is told where its file is %s', (_what, file) => {
    const [first] = found((whole) => Object.assign(whole, { file }));
    expect(first).toEqual({ code: 'bundle.file', path: 'file', message: NOT_THE_FILE });
  });

  it('is told by the hash or the mark that is not right', () => {
    expect(found(({ hashes }) => Object.assign(hashes, { file: 'sha256:x' }))).toEqual([
      {
        ...{ code: 'bundle.hash', path: 'hashes.file', message: 'not the hash of the file' },
        ...{ expected: `sha256:${canonicalJson(FILE)}`, found: 'sha256:x' },
      },
    ]);
    expect(found(({ hashes }) => Object.assign(hashes, { result: 'sha256:x' }))).toEqual([
      {
        ...{ code: 'bundle.hash', path: 'hashes.result', message: 'not the hash of the result' },
        ...{ expected: bundle().hashes.result, found: 'sha256:x' },
      },
    ]);
    expect(found(({ hashes }) => Object.assign(hashes['marks'] as object, { format: 'x', entries: [] }))).toEqual([
      { code: 'bundle.hash', path: 'hashes.marks.format', message: NOT_THE_MARK, expected: '"thidua/', found: 'x' },
      { code: 'bundle.hash', path: 'hashes.marks.entries[0]', message: NOT_THE_MARK, expected: '{"criter' },
    ]);
  });

  it('is told by the engine that computed it', () => {
    expect(found((whole) => Object.assign(whole, { engine: 'thidua@9' }))).toEqual([
      {
        ...{ code: 'bundle.engine', path: 'engine', message: 'not the engine that verifies' },
        ...{ expected: 'thidua@0.2.0', found: 'thidua@9' },
      },
    ]);
  });

  it('is told by each value of the result that is not the computed one', () => {
    const of = (change: (standing: JsonObject, result: JsonObject) => void) =>
      found(({ result }) => {
        change(((result['clusters'] as JsonObject[])[0]!['standings'] as JsonObject[])[0]!, result);
      });
    const at = 'result.clusters[0].standings';
    const told = { code: 'bundle.result', message: NOT_THE_RESULT };
    expect(of((standing) => Object.assign(standing, { rank: 2, total: '7.0' }))).toEqual([
      { ...told, path: `${at}[0].rank`, expected: 1, found: 2 },
      { ...told, path: `${at}[0].total`, expected: '7.00', found: '7.0' },
    ]);
    expect(of((standing) => Object.assign(standing, { more: 1 }))).toStrictEqual([
      { ...told, path: `${at}[0].more`, found: 1 },
    ]);
    expect(of((standing) => Reflect.deleteProperty(standing, 'tied'))).toStrictEqual([
      { ...told, path: `${at}[0].tied`, expected: false },
    ]);
    expect(of((_standing, result) => Object.assign(result, { rewards: [1] }))).toEqual([
      { ...told, path: 'result.rewards[0]', found: 1 },
    ]);
    expect(of((_standing, result) => Object.assign(result, { rewards: {} }))).toEqual([
      { ...told, path: 'result.rewards', expected: [], found: {} },
    ]);
    expect(of((standing) => Object.assign(standing, { parts: [] }))).toEqual([
      { ...told, path: `${at}[0].parts`, expected: { I: '7.00' }, found: [] },
    ]);
    expect(of((standing) => Object.assign(standing, { parts: null }))).toEqual([
      { ...told, path: `${at}[0].parts`, expected: { I: '7.00' }, found: null },
    ]);
  });
});

describe('what is no bundle', () => {
  const FORMAT = { code: 'bundle.format' };

  it('is told by its format', () => {
    expect(verifyBundle({ format: 'x' }, itself)).toEqual([
      { ...FORMAT, path: 'format', message: 'the bundle must say format: thidua-bundle/1' },
    ]);
  });

  it('is told by the keys it lacks or has too many of', () => {
    const told = (reason: 'missing' | 'unknown', path: string) => ({
      ...{ ...FORMAT, path, params: { reason, key: path.split('.').at(-1) } },
      message: reason === 'missing' ? 'this key is missing' : 'this key is not known here',
    });
    expect(found((whole) => Object.assign(whole, { hashes: 1, more: 2 }))).toEqual([
      told('unknown', 'more'),
      ...['hashes.file', 'hashes.result', 'hashes.marks'].map((path) => told('missing', path)),
    ]);
    expect(found((whole) => Reflect.deleteProperty(whole, 'hashes'))).toEqual(
      ['hashes', 'hashes.file', 'hashes.result', 'hashes.marks'].map((path) => told('missing', path)),
    );
    expect(found((whole) => Reflect.deleteProperty(whole, 'result'))).toEqual([told('missing', 'result')]);
    expect(found(({ hashes }) => Object.assign(hashes, { more: 2 }))).toEqual([told('unknown', 'hashes.more')]);
    // Whoever reads of it needs no more of a long one.
    const key = 'k'.repeat(81);
    expect(found((whole) => Object.assign(whole, { [key]: 2 }))).toMatchObject([
      { ...FORMAT, params: { reason: 'unknown', key: 'k'.repeat(80) } },
    ]);
  });
});
