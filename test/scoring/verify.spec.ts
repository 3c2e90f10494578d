import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  assembleResult,
  canonicalJson,
  compile,
  entryOf,
  makeBundle,
  openCluster,
  parseText,
  settle,
  verifyBundle,
  withClasses,
  type Bundle,
  type JsonValue,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { FILES } from './explain/files.js';
import { arbitraryCompetition } from './laws/arbitrary-competition.js';
import { checkFile, scoreFile, valueOf } from './read-file.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const verify = (bundle: unknown) => verifyBundle(bundle as JsonValue, sha256);
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const golden = (): Bundle => copy(makeBundle(valueOf(checkFile('golden/rewards.yaml')), sha256));

type Step = string | number;
interface Leaf {
  steps: Step[];
  value: string | number | boolean | null;
}

/** Every single value below a value, with the steps to it. */
function leavesOf(value: JsonValue, steps: Step[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...steps, index]));
  if (typeof value !== 'object' || value === null) return [{ steps, value }];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...steps, key]));
}

/** Another value that differs in one digit or one character. */
function flip(value: Leaf['value'], at: number): JsonValue {
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x';
  if (typeof value === 'number') return value + 1;
  if (value === '') return '1';
  const index = at % value.length;
  const char = value[index]!;
  return (
    value.slice(0, index) +
    (/\d/.test(char) ? (Number(char) + 1) % 10 : char === 'x' ? 'y' : 'x') +
    value.slice(index + 1)
  );
}

function replace(root: JsonValue, steps: readonly Step[], value: JsonValue): void {
  const parent = steps.slice(0, -1).reduce((at, step) => (at as Record<Step, JsonValue>)[step]!, root);
  (parent as Record<Step, JsonValue>)[steps.at(-1)!] = value;
}

/** The path as it must be told: that of the value, or of the list item it is in, where the list is a long flat one. */
function toldPath(steps: readonly Step[]): string {
  const flat = steps[0] === 'file' && ['entries', 'targets', 'facts', 'notAssigned'].includes(String(steps[1]));
  return (flat ? steps.slice(0, 3) : steps)
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const plain = /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step);
      return plain ? (index === 0 ? step : `.${step}`) : `[${JSON.stringify(step)}]`;
    })
    .join('');
}

describe('a bundle', () => {
  it('holds the file, the result of the command, and the hashes of both', () => {
    const bundle = golden();
    expect(bundle).toMatchObject({ format: 'thidua-bundle/1', engine: 'thidua@0.2.0' });
    expect(bundle.result).toEqual(scoreFile('golden/rewards.yaml'));
    expect(bundle.hashes.file).toBe(bundle.result.input);
    expect(bundle.hashes.result).toBe(`sha256:${sha256(canonicalJson(bundle.result as unknown as JsonValue))}`);
    expect(verify(bundle)).toEqual([]);
  });

  it('is found sound for every competition', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        expect(verify(copy(makeBundle(competition, sha256)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is found changed by one digit or character of any one value, and its path is named', () => {
    let tried = 0;
    fc.assert(
      fc.property(arbitraryCompetition, fc.nat(1_000_000), fc.nat(1_000_000), (competition, which, where) => {
        const bundle = copy(makeBundle(competition, sha256)) as unknown as JsonValue;
        const leaves = leavesOf(bundle);
        const { steps, value } = leaves[which % leaves.length]!;
        replace(bundle, steps, flip(value, where));
        expect(verify(bundle).map(({ path }) => path)).toContain(toldPath(steps));
        tried++;
      }),
      { numRuns: 1_000 },
    );
    expect(tried).toBe(1_000);
  });

  it('is found changed at each single value of one file', () => {
    const sound = golden() as unknown as JsonValue;
    const leaves = leavesOf(sound);
    expect(leaves.length).toBeGreaterThan(400);
    for (const { steps, value } of leaves) {
      const bundle = copy(sound);
      replace(bundle, steps, flip(value, 0));
      expect(verify(bundle).map(({ path }) => path)).toContain(toldPath(steps));
    }
  });

  it.each(Object.keys(FILES) as (keyof typeof FILES)[])('is found changed at each single value: %s', (name) => {
    const sound = copy(makeBundle(FILES[name](), sha256)) as unknown as JsonValue;
    expect(verify(sound)).toEqual([]);
    for (const { steps, value } of leavesOf(sound)) {
      const bundle = copy(sound);
      replace(bundle, steps, flip(value, 0));
      expect(verify(bundle).map(({ path }) => path)).toContain(toldPath(steps));
    }
  });

  it('is found to give a class that other clusters forbid, or that others of the campaign have', () => {
    // P1 leads U3, whose class is the second; over the campaign only two have the best class.
    const classAt = (name: 'places' | 'campaign', unit: string): string[] => {
      const bundle = copy(makeBundle(FILES[name](), sha256));
      const cluster = bundle.result.clusters.findIndex(({ standings }) => standings.some((each) => each.unit === unit));
      const place = bundle.result.clusters[cluster]!.standings.findIndex((each) => each.unit === unit);
      bundle.result.clusters[cluster]!.standings[place]!.class = 'xuat-sac';
      return verify(bundle).map(({ code, path, expected }) => `${code} ${path} ${JSON.stringify(expected)}`);
    };
    expect(classAt('places', 'P1')).toEqual(['bundle.result result.clusters[1].standings[0].class "tot"']);
    expect(classAt('campaign', 'P2')).toEqual(['bundle.result result.clusters[1].standings[1].class "tot"']);
  });

  it.each(Object.keys(FILES) as (keyof typeof FILES)[])(
    'holds what clusters ranked one by one settle to: %s',
    (name) => {
      const bundle = copy(makeBundle(FILES[name](), sha256));
      const plan = compile(bundle.file);
      const entries = bundle.file.entries!.map((entry) => entryOf(entry, plan.stages.list[0]!.code));
      const unsettled = plan.clusters.map(({ code, units }) => {
        const cluster = openCluster(plan, code);
        for (const unit of units) {
          cluster.enter(
            unit,
            entries.filter((entry) => entry.unit === unit),
          );
        }
        return { ranking: cluster.ranking(), basis: cluster.basis(), rewards: cluster.rewards() };
      });
      const settlement = settle(plan, unsettled);
      const result = assembleResult(
        plan,
        bundle.hashes.file,
        unsettled.map(({ ranking }) => withClasses(ranking, settlement)),
        [...unsettled.flatMap(({ rewards }) => rewards), ...settlement.rewards],
      );
      expect(verify({ ...bundle, result })).toEqual([]);
    },
  );

  it('is found changed by one character of its text, wherever the text then says something else', () => {
    const sound = JSON.stringify(golden());
    const before = canonicalJson(JSON.parse(sound) as JsonValue);
    let changed = 0;
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.constantFrom('0', '5', '9', 'x', '-', '.'), (at, char) => {
        const document = parseText(sound.slice(0, at) + char + sound.slice(at + 1), 'json');
        if (!document.ok || canonicalJson(document.value) === before) return;
        changed++;
        expect(verify(document.value)).not.toEqual([]);
      }),
      { numRuns: 1_500 },
    );
    expect(changed).toBeGreaterThan(300);
  });
});

describe('what is found', () => {
  it('says what the result must be', () => {
    const bundle = golden();
    bundle.result.clusters[0]!.standings[0]!.total = '99';
    expect(verify(bundle)).toEqual([
      {
        code: 'bundle.result',
        path: 'result.clusters[0].standings[0].total',
        message: 'not what is computed from the file',
        expected: '100',
        found: '99',
      },
    ]);
  });

  it('says where the file was changed, and what of the result that changes', () => {
    const bundle = golden();
    bundle.file.entries![3]!.points = 78;
    const found = verify(bundle);
    expect(found[0]).toMatchObject({ code: 'bundle.file', path: 'file.entries[3]' });
    expect(found.map(({ path }) => path)).toContain('result.clusters[0].standings[3].total');
  });

  it('cannot be quieted by a new hash alone', () => {
    const bundle = golden();
    bundle.file.entries![3]!.points = 78;
    const forged = makeBundle(bundle.file, sha256);
    expect(verify({ ...bundle, hashes: forged.hashes }).map(({ code }) => code)).toContain('bundle.result');
  });

  it('tells a hash that is not its own, another engine, a file that is wrong', () => {
    const hash = golden();
    hash.hashes.result = `sha256:${'0'.repeat(64)}`;
    expect(verify(hash)).toMatchObject([{ code: 'bundle.hash', path: 'hashes.result' }]);
    expect(verify({ ...golden(), engine: 'thidua@0.0.9' })).toMatchObject([{ code: 'bundle.engine', path: 'engine' }]);
    const wrong = golden();
    wrong.file.entries![0]!.points = 500;
    expect(verify(wrong)).toMatchObject([
      { code: 'bundle.file', path: 'file.entries[0]' },
      {
        code: 'bundle.file.wrong',
        path: 'file.entries[0].points',
        message: expect.stringMatching(/^entry\.points\.range: /),
      },
    ]);
  });

  it.each([null, [], {}, { format: 'thidua-result/1' }])('refuses %j, which is no bundle', (value) => {
    expect(verify(value)).toMatchObject([{ code: 'bundle.format', path: 'format' }]);
  });

  it('names what is missing or too much', () => {
    const { engine: _engine, ...less } = golden();
    expect(verify({ ...less, more: 1, hashes: {} }).map(({ path }) => path)).toEqual([
      'engine',
      'more',
      'hashes.file',
      'hashes.result',
      'hashes.marks',
    ]);
  });
});
