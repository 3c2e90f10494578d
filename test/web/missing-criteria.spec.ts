import { describe, expect, it } from '@jest/globals';
import { draftsOf } from '../../apps/web/src/features/sheet/draft.js';
import { missingCriteria } from '../../apps/web/src/features/sheet/missing-criteria.js';
import { criterion, sheet } from './sheet-fixture.js';

const at = '2022-12-12T00:00:00.000Z';

function sheetOf(stage: string, criteria: ReturnType<typeof criterion>[]) {
  const whole = sheet();
  return { ...whole, stage, parts: [{ ...whole.parts[0]!, criteria }] };
}
const codes = (of: ReturnType<typeof sheetOf>, entries: { criterion: string; points: string }[] = []) =>
  missingCriteria(of, draftsOf(entries)).map(({ code }) => code);

describe('what would be missing once a sheet is submitted', () => {
  const own = criterion('A', { kind: 'direct' });
  const reserved = criterion('K', { kind: 'direct' }, { openFrom: 'Cụm chấm' });
  const below = criterion('B', { kind: 'direct' }, { scored: [{ stage: 'self', by: 'Đơn vị', at }] });

  it('is named at every stage, a reserved criterion with nobody below to enter it included', () => {
    expect(codes(sheetOf('cluster', [own, reserved, below]))).toEqual(['A', 'K']);
    expect(codes(sheetOf('cluster', [own, reserved, below]), [{ criterion: 'K', points: '1' }])).toEqual(['A']);
  });

  it('is what is emptied here although it was submitted here', () => {
    const mine = criterion('K', { kind: 'direct' }, { scored: [{ stage: 'cluster', by: null, at }] });
    expect(codes(sheetOf('cluster', [mine]))).toEqual(['K']);
  });

  it('is nothing that another stage has scored, that is not mandatory, or that is not for this stage', () => {
    const above = criterion('B', { kind: 'direct' }, { scored: [{ stage: 'cluster', by: null, at }] });
    const free = criterion('F', { kind: 'direct' }, { mandatory: false });
    const closed = criterion('X', { kind: 'direct' }, { open: false });
    expect(codes(sheetOf('self', [above, free, closed]))).toEqual([]);
  });
});
