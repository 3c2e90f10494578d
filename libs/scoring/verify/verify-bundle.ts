import type { Competition } from '../plan/competition.js';
import { isObject, type JsonObject, type JsonValue } from '../text/json-value.js';
import { at, formatPath, type Path } from '../text/path.js';
import type { ErrorParams } from '../text/problems.js';
import { readCompetition } from '../check/read-competition.js';
import { ENGINE } from '../live/assemble-result.js';
import { score } from '../live/score.js';
import { BUNDLE_FORMAT, hashOf } from './bundle.js';
import { differences, marksOf, type Difference, type Sha256 } from './marks.js';

/**
 * `bundle.format`: no bundle, or a member missing or too many. `bundle.engine`: computed by another engine than
 * this. `bundle.hash`: a hash is not that of what it stands for. `bundle.file`: the file is not what it was.
 * `bundle.file.wrong`: its checks refuse it. `bundle.result`: the result is not the one computed again.
 */
export type FindingCode =
  'bundle.format' | 'bundle.engine' | 'bundle.hash' | 'bundle.file' | 'bundle.file.wrong' | 'bundle.result';

/** One thing found, by the path of the bundle. The sides are there where single values were compared. */
export interface Finding {
  code: FindingCode;
  path: string;
  message: string;
  params?: ErrorParams;
  /** Of a wrong file: the error its checks tell. */
  cause?: { code: string; params?: ErrorParams };
  expected?: JsonValue;
  found?: JsonValue;
}

const SHAPE: Readonly<Record<string, readonly string[]>> = {
  '': ['format', 'engine', 'hashes', 'file', 'result'],
  hashes: ['file', 'result', 'marks'],
};

/**
 * Computes a bundle's result again from its file and compares every value of both (spec, "The result"). Empty when
 * nothing was changed; a change of one digit anywhere is found and named by its path. What is wrong is a finding,
 * never an exception: throws on nothing a file can hold. `sha256` as for `makeBundle`.
 */
export function verifyBundle(bundle: JsonValue, sha256: Sha256): Finding[] {
  const shape = checkShape(bundle);
  if (shape.length > 0) return shape;
  const { engine, hashes, file, result } = bundle as { engine: JsonValue; hashes: JsonObject } & JsonObject;
  const input = hashOf(file!, sha256);
  const findings = [...checkEngine(engine), ...checkFile(file!, hashes, input, sha256)];
  const competition = readCompetition(file!);
  if (!competition.ok) {
    return [
      ...findings,
      ...competition.errors.map(({ code, path, message, params }): Finding => ({
        code: 'bundle.file.wrong',
        path: path === '' || path.startsWith('[') ? `file${path}` : `file.${path}`,
        message: `${code}: ${message}`,
        cause: { code, ...(params && { params }) },
      })),
    ];
  }
  const computed = plain(score(competition.value as Competition, input));
  const changed = differences(computed, result!, place('result'));
  findings.push(...changed.map((each) => tell('bundle.result', each, 'not what is computed from the file')));
  if (changed.length === 0 && hashes['result'] !== hashOf(result!, sha256)) {
    findings.push(tellHash('result', hashes['result']!, hashOf(result!, sha256)));
  }
  return findings;
}

function checkShape(bundle: JsonValue): Finding[] {
  if (!isObject(bundle) || bundle['format'] !== BUNDLE_FORMAT) {
    return [{ code: 'bundle.format', path: 'format', message: `the bundle must say format: ${BUNDLE_FORMAT}` }];
  }
  return Object.entries(SHAPE).flatMap(([member, keys]) => {
    const up = member === '' ? null : place(member);
    const value = member === '' ? bundle : (bundle[member] ?? null);
    const found = isObject(value) ? Object.keys(value) : [];
    const told = (key: string, reason: 'missing' | 'unknown', message: string): Finding => ({
      code: 'bundle.format',
      path: formatPath(at(up, key)),
      message,
      params: { reason, key: key.slice(0, 80) },
    });
    return [
      ...keys.filter((key) => !found.includes(key)).map((key) => told(key, 'missing', 'this key is missing')),
      ...found.filter((key) => !keys.includes(key)).map((key) => told(key, 'unknown', 'this key is not known here')),
    ];
  });
}

function checkEngine(engine: JsonValue): Finding[] {
  if (engine === ENGINE) return [];
  const path = place('engine');
  return [tell('bundle.engine', { path, expected: ENGINE, found: engine }, 'not the engine that verifies')];
}

/** The file against its hash; the marks tell a change of the file, by its place, from a change of the hash. */
function checkFile(file: JsonValue, hashes: JsonObject, input: string, sha256: Sha256): Finding[] {
  const marks = hashes['marks']!;
  const computed = marksOf(file, sha256);
  if (hashes['file'] === input) {
    return differences(computed, marks, at(place('hashes'), 'marks')).map((each) =>
      tell('bundle.hash', each, 'not the mark of what stands there in the file'),
    );
  }
  const moved = differences(marks, computed, place('file'));
  if (moved.length === 0) return [tellHash('file', hashes['file']!, input)];
  return moved.map(({ path }) => tell('bundle.file', { path }, 'not what stood here when the bundle was made'));
}

const place = (key: string): Path => ({ up: null, key });

const tellHash = (key: string, found: JsonValue, expected: string): Finding =>
  tell('bundle.hash', { path: at(place('hashes'), key), expected, found }, `not the hash of the ${key}`);

function tell(code: FindingCode, { path, ...sides }: Difference, message: string): Finding {
  return { code, path: formatPath(path), message, ...sides };
}

const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;
