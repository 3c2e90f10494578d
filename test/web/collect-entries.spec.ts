import { describe, expect, it } from '@jest/globals';
import { collectEntries, placeErrors } from '../../apps/web/src/features/sheet/collect-entries.js';
import { draftsOf, type Draft } from '../../apps/web/src/features/sheet/draft.js';
import type { SheetEntry } from '../../apps/web/src/api/types.js';
import { fieldOfError, valueFieldsOf } from '../../apps/web/src/features/sheet/value-fields.js';
import { criterion, sheet } from './sheet-fixture.js';

const typed = (texts: Record<string, string>, more: Partial<Draft> = {}): Draft => ({
  texts,
  evidence: [],
  reason: '',
  ...more,
});

describe('what is typed on a sheet', () => {
  it('becomes one entry for each criterion filled in, in the order of the sheet', () => {
    const { entries, errors } = collectEntries(sheet(), {
      T: typed({ 'tally.đúng hạn': '40', 'tally.quá hạn': '' }),
      D: typed({ points: '8,50' }, { evidence: [' Báo cáo 112 ', ''], reason: ' vì ' }),
      R: typed({ actual: '1.234,5' }),
      B: typed({ actual: '3', plan: '4' }),
      C: typed({ count: '2' }),
      H: typed({ choice: 'Khá' }),
    });
    expect(errors).toEqual({});
    expect(entries).toEqual([
      { criterion: 'D', points: '8.50', evidence: ['Báo cáo 112'], reason: 'vì' },
      { criterion: 'R', actual: '1234.5' },
      { criterion: 'B', actual: '3', plan: '4' },
      { criterion: 'C', count: 2 },
      { criterion: 'H', choice: 'Khá' },
      { criterion: 'T', tally: { 'đúng hạn': 40 } },
    ]);
  });

  it('is refused where it cannot be read, and evidence without a figure is not dropped in silence', () => {
    const { errors } = collectEntries(sheet(), {
      D: typed({ points: '8.5' }),
      R: typed({}, { evidence: ['Biên bản'] }),
      B: typed({ actual: '3' }),
      C: typed({ count: '1,5' }),
      T: typed({}, { reason: 'chưa có đơn' }),
    });
    expect(errors).toEqual({
      D: [{ field: 'points', id: 'field.dotDecimal' }],
      R: [{ field: 'actual', id: 'field.required' }],
      B: [{ field: 'plan', id: 'field.required' }],
      C: [{ field: 'count', id: 'field.notACount' }],
      T: [{ field: 'tally.đúng hạn', id: 'field.required' }],
    });
  });

  it('is saved as far as it can be read, and the rest stands as it is stored', () => {
    const stored: SheetEntry[] = [{ criterion: 'C', count: 1 }];
    const mean = criterion('M', { kind: 'mean' });
    const base = sheet(stored);
    const wide = { ...base, parts: [{ ...base.parts[0]!, criteria: [...base.parts[0]!.criteria, mean] }] };
    const { entries, unread, errors } = collectEntries(wide, {
      D: typed({ points: '76%' }, { evidence: ['Biên bản'] }),
      R: typed({}, { evidence: ['Biên bản'] }),
      B: typed({ actual: '3' }),
      C: typed({ count: '1,5' }),
      T: typed({}, { reason: 'chưa có đơn' }),
      M: typed({ 'items.0.actual': '', 'items.1.actual': '4' }),
    });
    expect(entries).toEqual([
      { criterion: 'R', evidence: ['Biên bản'] },
      { criterion: 'B', actual: '3' },
      { criterion: 'C', count: 1 },
      { criterion: 'T', reason: 'chưa có đơn' },
    ]);
    expect(unread).toEqual(['D', 'C', 'M']);
    expect(Object.keys(errors)).toEqual(['D', 'R', 'B', 'C', 'T', 'M']);
    const onlyReason = collectEntries(wide, { M: typed({}, { reason: 'chưa có' }) });
    expect([onlyReason.entries.at(-1), onlyReason.unread]).toEqual([{ criterion: 'M', reason: 'chưa có' }, []]);
  });

  it('keeps the entries the page has no inputs for, and a round trip changes nothing', () => {
    const stored: SheetEntry[] = [
      { criterion: 'D', points: '8.50' },
      { criterion: 'H', choice: 'Tốt', evidence: ['QĐ 45'] },
      { criterion: 'T', tally: { 'đúng hạn': 3, 'quá hạn': 1 } },
      { criterion: 'X', points: '4' },
      { criterion: 'F', reason: 'loại mới' },
    ];
    expect(collectEntries(sheet(stored), draftsOf(stored)).entries).toEqual(stored);
  });
});

describe('errors of the server', () => {
  const sent: SheetEntry[] = [{ criterion: 'D', points: '99' }, { criterion: 'T' }];

  it('stand at the field of the criterion they name', () => {
    const { placed, others } = placeErrors(sent, [
      { code: 'entry.points.range', path: 'entries[0].points', message: 'quá lớn' },
      { code: 'entry.evidence.missing', path: 'entries[1].evidence[0]', message: 'thiếu minh chứng' },
      { code: 'entry.value.shape', path: 'entries[1]', message: 'sai dạng' },
      { code: 'field.range', path: 'entries[1].tally["đúng \\"hạn\\""]', message: 'sai số' },
      { code: 'entry.plan.notPositive', path: 'entries[1].items[2].plan', message: 'phải dương' },
      { code: 'ref.unknown', path: 'entries[7].points', message: 'không có' },
      { code: 'field.unknown', path: 'stage', message: 'thừa' },
    ]);
    expect(placed).toEqual({
      D: [{ field: 'points', text: 'quá lớn' }],
      T: [
        { field: 'evidence.0', text: 'thiếu minh chứng' },
        { field: '', text: 'sai dạng' },
        { field: 'tally.đúng "hạn"', text: 'sai số' },
        { field: 'items.2.plan', text: 'phải dương' },
      ],
    });
    expect(others).toEqual(['không có', 'thừa']);
  });

  it.each([
    ['items.1.plan', 'items.1.plan'],
    ['items.1', 'items.1.actual'],
    ['items', 'items.0.actual'],
    ['items.9.actual', undefined],
    ['points', undefined],
    ['', undefined],
  ])('about %s of a mean stand at its input %s', (error, key) => {
    const fields = valueFieldsOf(criterion('M', { kind: 'mean' }), { 'items.1.actual': '1' });
    expect(fieldOfError(fields, error)?.key).toBe(key);
  });

  it('about one item of a checklist stand at the checklist', () => {
    const fields = valueFieldsOf(criterion('L', { kind: 'checklist', items: { a: 1 } }), {});
    expect(fieldOfError(fields, 'done.0')?.key).toBe('done');
  });
});
