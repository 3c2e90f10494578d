import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryCompetition } from '../laws/arbitrary-competition.js';
import { checkFile, listFiles, valueOf } from '../read-file.js';
import { expectAgreement, type Seen } from './agreement.js';
import { FILES } from './files.js';

describe('an account, followed with pencil and paper,', () => {
  it.each(listFiles('golden').filter((name) => name.endsWith('.yaml')))('comes to the result of %s', (name) => {
    expectAgreement(valueOf(checkFile(`golden/${name}`)), new Set());
  });

  it('comes to the result of every example of the format', () => {
    const names = listFiles('golden/examples').filter((name) => /^\d+\.json$/.test(name));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expectAgreement(valueOf(checkFile(`golden/examples/${name}`)), new Set());
  });

  it('comes to the result of any competition', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => expectAgreement(competition, new Set())),
      { numRuns: 150, seed: 20_221_231 },
    );
  });

  it('meets everything that an account tells', () => {
    const seen: Seen = new Set();
    for (const file of Object.values(FILES)) expectAgreement(file(), seen);
    expect([...seen].toSorted()).toEqual(
      [
        ...['best actual', 'best plan', 'groups', 'raised', 'cut', 'part scaled up', 'base scaled up'],
        ...['entry below', 'entry effective', 'entry overruled', 'entry weighed', 'entry weightless'],
        ...['class better', 'class ceiling', 'class conditions', 'class given', 'class places', 'class unranked'],
        ...['fact derived false', 'fact derived true', 'fact listed false', 'fact listed true'],
        ...['appliesTo', 'listed'].flatMap((by) =>
          ['drop', 'full', 'rescalePart', 'rescaleBase'].map((mode) => `notAssigned ${by} ${mode}`),
        ),
        ...['quota of ranked', 'quota of reward'],
        ...['reward barred', 'reward conditions', 'reward held', 'reward places', 'reward proposed'],
        ...['reward tieAtEdge', 'round counts', 'round empty', 'round notBegun', 'round notLast'],
        ...['rounds last', 'rounds mean', 'rounds sum', 'rounds weighted', 'share of class in the cluster'],
        ...['share of class in the campaign', 'share of ranked in the campaign', 'share of ranked in the cluster'],
        ...['when false', 'when true'],
      ].toSorted(),
    );
  });
});
