import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { referenceScore, ReferenceFault, type ReferenceResult } from './score.js';

// Read without the engine: this program must stand on its own.
const GOLDEN = new URL('../../golden/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, GOLDEN), 'utf8');
const listed = (ending: string): string[] =>
  ['', 'rules/'].flatMap((folder) =>
    readdirSync(new URL(folder, GOLDEN))
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}${name}`),
  );
const CASES = listed('.yaml');

/** Worked by hand, sentence by sentence; the reference must come to the same. */
describe('the plain reference on the golden cases', () => {
  it.each(CASES)('%s', (path) => {
    const { clusters, rewards } = JSON.parse(read(path.replace('.yaml', '.result.json'))) as ReferenceResult;
    expect(referenceScore(parse(read(path)))).toEqual({ clusters, rewards });
  });

  it('has a result for every case, and a case for every result', () => {
    const results = listed('.result.json');
    expect(results.map((path) => path.replace('.result.json', '.yaml')).toSorted()).toEqual(CASES.toSorted());
  });

  it('tells a division by zero in a condition, with the unit', () => {
    const divides = (expr: string) => ({
      ...(parse(read('rules/class-when.yaml')) as object),
      classes: [{ code: 'xs', name: 'Xuất sắc', when: { inputs: { t: 'total' }, expr } }],
    });
    expect(() => referenceScore(divides('1 / (t - 8) > 1'))).toThrow(
      new ReferenceFault('condition.divisionByZero', 'U2'),
    );
    expect(() => referenceScore(divides('t != 8 && 1 / (t - 8) > 1'))).not.toThrow();
  });
});
