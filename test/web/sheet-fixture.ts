import type { Sheet, SheetCriterion, SheetEntry } from '../../apps/web/src/api/types.js';

export function criterion(
  code: string,
  rule: SheetCriterion['rule'],
  more: Partial<SheetCriterion> = {},
): SheetCriterion {
  return {
    code,
    name: `Tiêu chí ${code}`,
    max: '10',
    scoredBy: 'unit',
    evidence: 'optional',
    mandatory: true,
    open: true,
    rule,
    plan: null,
    points: null,
    ...more,
  };
}

/** A small sheet with some kinds of rule, one reserved criterion and one of a kind that the page does not know. */
export function sheet(entries: SheetEntry[] = [], version = 1): Sheet {
  const criteria = [
    criterion('D', { kind: 'direct' }),
    criterion('R', { kind: 'ratio' }, { plan: '120' }),
    criterion('B', { kind: 'bands', on: 'percent', bands: [] }),
    criterion('C', { kind: 'count', each: 2 }),
    criterion('H', { kind: 'choice', options: { Tốt: 10, Khá: 5 } }),
    criterion('T', { kind: 'tally', weights: { 'đúng hạn': 1, 'quá hạn': 0 } }),
    criterion('X', { kind: 'direct' }, { open: false, scoredBy: 'office' }),
    criterion('F', { kind: 'later' }),
  ];
  return {
    campaign: 'c',
    unit: { code: 'U1', name: 'Đơn vị 1', kind: 'collective' },
    cluster: { code: 'C1', name: 'Cụm 1' },
    stage: 'self',
    version,
    status: 'draft',
    submittedAt: null,
    may: ['sheet.edit'],
    parts: [{ code: 'I', name: 'Phần', max: '80', kind: 'part', criteria }],
    entries,
    lowerEntries: [],
  };
}
