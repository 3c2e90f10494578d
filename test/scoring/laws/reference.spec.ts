import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { referenceScore } from '../reference/score.js';
import { arbitraryRead, resultOf } from './made.js';
import { runs } from './runs.js';

describe('the engine', () => {
  it('comes to what the plain reference comes to, in every field', () => {
    fc.assert(
      fc.property(arbitraryRead, (file) => {
        const { clusters, rewards } = resultOf(file);
        const wanted = referenceScore(file);
        expect(clusters).toEqual(wanted.clusters);
        expect(rewards).toEqual(wanted.rewards);
      }),
      runs(400),
    );
  });
});
