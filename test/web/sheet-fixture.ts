import { describeRule, entryForm } from '@thidua/scoring';
import type { JsonObject } from '@thidua/scoring';
import { formFor } from '../../libs/entries/form-for.js';
import type { FormField, Sheet, SheetCriterion, SheetEntry } from '../../apps/web/src/api/types.js';

const words = (rule: JsonObject, max: string, language: 'vi' | 'en') =>
  describeRule(rule, max, language) ?? { name: '', sentence: '' };

export function criterion(
  code: string,
  rule: JsonObject & { kind: string },
  more: Partial<SheetCriterion> = {},
): SheetCriterion {
  const { max = '10', plan = null } = more;
  const given = plan ?? (rule['plan'] as string | number | undefined);
  return {
    code,
    name: `Tiêu chí ${code}`,
    max,
    openFrom: 'Tự chấm',
    evidence: 'optional',
    mandatory: true,
    sign: 'plus',
    open: true,
    rule: rule as SheetCriterion['rule'],
    form: (entryForm(rule, max) === undefined ? [] : formFor(rule, max, given)) as FormField[],
    words: { vi: words(rule, max, 'vi'), en: words(rule, max, 'en') },
    plan,
    params: [],
    points: null,
    scored: [],
    reopened: null,
    ...more,
  };
}

/** A small sheet with some kinds of rule, one reserved criterion and one of a kind that the page does not know. */
export function sheet(entries: SheetEntry[] = [], version = 1): Sheet {
  const criteria = [
    criterion('D', { kind: 'direct' }),
    criterion('R', { kind: 'ratio' }, { plan: '120' }),
    criterion('B', { kind: 'bands', on: 'percent', bands: [{ points: 5 }] }),
    criterion('C', { kind: 'count', each: 2 }),
    criterion('H', { kind: 'choice', options: { Tốt: 10, Khá: 5 } }),
    criterion('T', { kind: 'tally', weights: { 'đúng hạn': 1, 'quá hạn': 0 } }),
    criterion('X', { kind: 'direct' }, { open: false, openFrom: 'Thẩm định' }),
    criterion('F', { kind: 'later' }),
  ];
  return {
    campaign: 'c',
    unit: { code: 'U1', name: 'Đơn vị 1', kind: 'collective' },
    cluster: { code: 'C1', name: 'Cụm 1' },
    stage: 'self',
    round: '',
    stages: [
      { code: 'self', name: 'Tự chấm', by: 'unit', weight: null },
      { code: 'cluster', name: 'Cụm chấm', by: 'cluster', weight: null },
    ],
    rounds: [],
    version,
    status: 'draft',
    submittedAt: null,
    may: ['sheet.edit'],
    parts: [
      { code: 'I', name: 'Phần', max: '80', min: '0', kind: 'part', points: null, unmet: false, criteria, groups: [] },
    ],
    notAssigned: [],
    notAssignedMode: 'drop',
    entries,
    submittedEntries: null,
    faults: [],
    lowerEntries: [],
    higherEntries: [],
  };
}
