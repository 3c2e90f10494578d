import { describe, expect, it } from '@jest/globals';
import { draftOf } from '../../apps/web/src/features/sheet/draft.js';
import { lowerScores } from '../../apps/web/src/features/sheet/lower-entries.js';
import { criterion, sheet } from './sheet-fixture.js';

const [earlier, later] = ['2022-12-01T00:00:00.000Z', '2022-12-02T00:00:00.000Z'];
const below = (at: string) => [{ stage: 'self', by: 'Đơn vị', at }];
const reopened = (stage: string) => ({ stage, by: 'Cụm trưởng', at: '2022-12-01T12:00:00.000Z', reason: 'Nhầm' });

function takenOn(stage: string, more: Parameters<typeof criterion>[2], drafts = {}) {
  const whole = sheet();
  const criteria = [criterion('A', { kind: 'direct' }, more)];
  const lowerEntries = [{ stage: 'self', criterion: 'A', points: '5' }];
  return lowerScores({ sheet: { ...whole, stage, lowerEntries, parts: [{ ...whole.parts[0]!, criteria }] }, drafts });
}
const taken = { A: { texts: { points: '5' }, evidence: [], reason: '' } };

describe('taking over what was scored below', () => {
  it('fills what is empty here, and nothing else', () => {
    expect(takenOn('cluster', { scored: below(earlier) })).toEqual(taken);
    expect(takenOn('cluster', {}, { A: draftOf({ criterion: 'A', points: '4' }) })).toEqual({});
  });

  it('leaves a criterion that was reopened to who is to correct it, until it is', () => {
    expect(takenOn('cluster', { scored: below(earlier), reopened: reopened('cluster') })).toEqual({});
    expect(takenOn('cluster', { scored: below(later), reopened: reopened('cluster') })).toEqual(taken);
    // A higher stage has reopened it to this one, which may enter it now.
    expect(takenOn('cluster', { scored: below(earlier), reopened: reopened('office') })).toEqual(taken);
  });
});
