import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { referenceScore, ReferenceFault } from './score.js';

const RULES = new URL('../../golden/rules/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, RULES), 'utf8');
const NAMES = readdirSync(RULES).filter((name) => name.endsWith('.yaml'));

/** Read by hand, sentence by sentence; the reference must come to the same. */
describe('the plain reference on the golden cases of the rules', () => {
  it.each(NAMES)('%s', (name) => {
    expect(referenceScore(parse(read(name)))).toEqual(JSON.parse(read(name.replace('.yaml', '.result.json'))));
  });

  it('has a result for every case, and a case for every result', () => {
    const results = readdirSync(RULES).filter((name) => name.endsWith('.result.json'));
    expect(results.map((name) => name.replace('.result.json', '.yaml')).toSorted()).toEqual(NAMES.toSorted());
  });

  it('tells a division by zero in a condition, with the unit', () => {
    const divides = (expr: string) => ({
      ...(parse(read('class-when.yaml')) as object),
      classes: [{ code: 'xs', name: 'Xuất sắc', when: { inputs: { t: 'total' }, expr } }],
    });
    expect(() => referenceScore(divides('1 / (t - 8) > 1'))).toThrow(
      new ReferenceFault('condition.divisionByZero', 'U2'),
    );
    expect(() => referenceScore(divides('t != 8 && 1 / (t - 8) > 1'))).not.toThrow();
  });
});
