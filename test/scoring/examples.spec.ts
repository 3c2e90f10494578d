import { describe, expect, it } from '@jest/globals';
import { RULE_KINDS, type Competition, type ResultDocument } from '@thidua/scoring';
import { readJsonFile, scoreFile } from './read-file.js';

const NAMES = ['42', '43', '44'];

type Expected = Pick<ResultDocument, 'clusters' | 'rewards'>;

/** Synthetic competitions over every rule kind; their results were worked out by an independent program. */
describe('the examples of the format', () => {
  it.each(NAMES)('%s has the clusters and rewards of the independent program, in every field', (name) => {
    const expected = readJsonFile<Expected>(`golden/examples/${name}.result.json`);
    const result = scoreFile(`golden/examples/${name}.json`);
    expect(result.clusters).toStrictEqual(expected.clusters);
    expect(result.rewards).toStrictEqual(expected.rewards);
  });

  it('show every rule kind', () => {
    const kinds = NAMES.flatMap((name) =>
      readJsonFile<Competition>(`golden/examples/${name}.json`).scales.flatMap((scale) =>
        [...scale.parts, ...(scale.bonus ? [scale.bonus] : []), ...(scale.penalty ? [scale.penalty] : [])].flatMap(
          ({ criteria }) => criteria.map(({ rule }) => rule.kind),
        ),
      ),
    );
    expect([...new Set(kinds)].toSorted()).toEqual(RULE_KINDS.toSorted());
  });
});
