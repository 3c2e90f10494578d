import { describe, expect, it } from '@jest/globals';
import type { SheetSummary } from '../../apps/web/src/api/types.js';
import { filterOf, isAskedFor, withFilter } from '../../apps/web/src/features/sheet/sheet-filter.js';

const sheet: SheetSummary = {
  ...{ unit: 'PX-DONG-TAM', name: 'Phường Đồng Tâm', cluster: 'cum-1', stage: 'self', stageName: 'Tự chấm' },
  ...{ by: 'unit', round: '', roundName: null, status: 'revised', version: 3, may: [] },
};
const isFound = (search: string) => isAskedFor(sheet, filterOf(new URLSearchParams(search)));

describe('what is looked for in the list of sheets', () => {
  it('is found by its name, also without marks, its code, state, cluster and stage', () => {
    for (const search of ['', 'q=dong+tam', 'q=Đồng', 'q=px-dong', 'status=revised', 'cluster=cum-1&stage=self']) {
      expect([search, isFound(search)]).toEqual([search, true]);
    }
    for (const search of ['q=hoi+hop', 'status=submitted', 'cluster=cum-2', 'stage=office', 'q=dong&stage=office']) {
      expect([search, isFound(search)]).toEqual([search, false]);
    }
  });

  it('stands in the address, beside what else is there, and leaves it when it is let go', () => {
    const asked = withFilter(withFilter(new URLSearchParams('round=Q1'), 'q', 'liên bảo'), 'status', 'draft');
    expect(filterOf(asked)).toEqual({ q: 'liên bảo', status: 'draft', cluster: '', stage: '' });
    expect(withFilter(withFilter(asked, 'q', ''), 'status', '').toString()).toBe('round=Q1');
  });
});
