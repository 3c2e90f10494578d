import { describe, expect, it } from '@jest/globals';
import { draftOf, draftsOf } from '../../apps/web/src/features/sheet/draft.js';
import { applyChoices, findDifferences } from '../../apps/web/src/features/sheet/merge-versions.js';
import { changedCriteria, openForm, reduceForm } from '../../apps/web/src/features/sheet/sheet-form.js';
import { newKey, SubmissionKey } from '../../apps/web/src/features/sheet/submission-key.js';
import { sheet } from './sheet-fixture.js';

const points = (criterion: string, value: string) => ({ criterion, points: value });
const draft = (value: string) => draftOf(points('D', value));

describe('the form of a sheet', () => {
  const first = openForm(sheet([points('D', '5')]));
  const edited = reduceForm(first, { type: 'edited', criterion: 'D', draft: draft('6') });

  it('knows what differs from what is stored', () => {
    expect(changedCriteria(first)).toEqual([]);
    expect(changedCriteria(edited)).toEqual(['D']);
    expect(changedCriteria(reduceForm(edited, { type: 'edited', criterion: 'D', draft: draft(' 5 ') }))).toEqual([]);
  });

  it('knows a figure again however its thousands are set apart', () => {
    const large = openForm(sheet([points('D', '-1598.5')]));
    for (const text of ['-1598,5', '−1.598,5', '-1 598,5']) {
      const same = { texts: { points: text }, evidence: [], reason: '' };
      expect(changedCriteria(reduceForm(large, { type: 'edited', criterion: 'D', draft: same }))).toEqual([]);
    }
  });

  it('keeps what was submitted beside a draft that stands on top of it', () => {
    const revised = { ...sheet([points('D', '6')]), submittedEntries: [points('D', '5')] };
    expect(openForm(revised).submitted['D']).toEqual(draft('5'));
    expect(first.submitted['D']).toEqual(draft('5'));
  });

  it('takes a newer version only where nothing typed would be lost', () => {
    const newer = sheet([points('D', '7')], 2);
    expect(reduceForm(first, { type: 'read', sheet: newer }).drafts['D']).toEqual(draft('7'));
    const kept = reduceForm(edited, { type: 'read', sheet: newer });
    expect(kept.drafts['D']).toEqual(draft('6'));
    expect(kept.sheet.version).toBe(1);
  });

  it('clears the error of a criterion once it is edited, and of no other', () => {
    const error = [{ field: 'points', text: 'sai' }];
    const refused = reduceForm(first, {
      type: 'refused',
      attempt: 'saving',
      errors: { D: error, C: error },
      others: [],
    });
    expect(reduceForm(refused, { type: 'edited', criterion: 'D', draft: draft('1') }).errors).toEqual({ C: error });
  });

  it('knows what a refusal kept from being done', () => {
    const refused = reduceForm(edited, { type: 'refused', attempt: 'submitting', errors: {}, others: ['Không được'] });
    expect([refused.refused, refused.drafts['D']]).toEqual(['submitting', draft('6')]);
  });

  it('says of a stored draft what cannot be submitted, until that is edited', () => {
    const words = { vi: 'Đã chấm', en: 'Scored' };
    const faults = [{ code: 'sheet.superseded', criterion: 'D', path: 'entries[0].points', words }];
    const stored = openForm({ ...sheet([points('D', '5')]), faults });
    expect([stored.refused, stored.errors]).toEqual(['stored', { D: [{ field: 'points', words }] }]);
    const changed = reduceForm(stored, { type: 'edited', criterion: 'D', draft: draft('6') });
    const again = reduceForm(changed, { type: 'read', sheet: { ...sheet([points('D', '5')]), faults } });
    expect([changed.errors, again.errors]).toEqual([{}, {}]);
  });

  it('keeps as typed what could not be stored with the rest', () => {
    const typed = draftOf({ criterion: 'C', count: '1,5' } as never);
    const error = [{ field: 'count', id: 'field.notACount' as const }];
    const stored = reduceForm(edited, {
      type: 'stored',
      sheet: sheet([points('D', '6')], 2),
      unread: { C: typed },
      errors: { C: error },
    });
    expect([stored.refused, stored.errors, stored.drafts['C']]).toEqual(['partly', { C: error }, typed]);
    expect(changedCriteria(stored)).toEqual(['C']);
  });

  it('loses nothing but the criterion that is reopened', () => {
    const both = reduceForm(edited, { type: 'edited', criterion: 'R', draft: { ...draft('1'), reason: 'đang ghi' } });
    const reopened = reduceForm(both, { type: 'reopened', criterion: 'D', sheet: sheet([], 2) });
    expect([reopened.sheet.version, reopened.drafts['D']]).toEqual([2, undefined]);
    expect(changedCriteria(reopened)).toEqual(['R']);
    // What nobody had touched is as the server gives it now.
    const untouched = reduceForm(first, { type: 'reopened', criterion: 'C', sheet: sheet([points('D', '9')], 2) });
    expect(untouched.drafts['D']).toEqual(draft('9'));
  });
});

describe('two editors of one sheet', () => {
  const base = draftsOf([points('D', '5'), { criterion: 'R', actual: '1' }, { criterion: 'C', count: 1 }]);
  const mine = draftsOf([points('D', '6'), { criterion: 'R', actual: '2' }, { criterion: 'C', count: 1 }]);
  const current = sheet([points('D', '7'), { criterion: 'R', actual: '1' }, { criterion: 'C', count: 9 }], 2);
  const differences = findDifferences(base, mine, current);

  it('are asked where both changed the same, and only there', () => {
    expect(differences.map(({ code, suggested }) => [code, suggested])).toEqual([
      ['D', null],
      ['R', 'mine'],
      ['C', 'theirs'],
    ]);
  });

  it('get what they chose, row by row, over what was saved', () => {
    const merged = applyChoices(current, differences, { D: 'theirs', R: 'mine', C: 'theirs' });
    expect(merged).toEqual(draftsOf([points('D', '7'), { criterion: 'R', actual: '2' }, { criterion: 'C', count: 9 }]));
  });

  it('get the rows of one version, never of both', () => {
    const mean = (...actuals: string[]) => ({
      criterion: 'T',
      items: actuals.map((actual) => ({ actual, plan: '4' })),
    });
    const [was, own, other] = [mean('1', '2'), mean('1', '2', '3'), mean('2')];
    const saved = sheet([other], 2);
    const found = findDifferences(draftsOf([was]), draftsOf([own]), saved);
    expect(found.map(({ suggested }) => suggested)).toEqual([null]);
    expect(applyChoices(saved, found, { T: 'mine' })).toEqual(draftsOf([own]));
    expect(applyChoices(saved, found, { T: 'theirs' })).toEqual(draftsOf([other]));
  });

  it('can take back what the other removed', () => {
    const removed = findDifferences(base, base, sheet([], 2));
    const kept = applyChoices(sheet([], 2), removed, { D: 'mine', R: 'theirs', C: 'theirs' });
    expect(kept).toEqual(draftsOf([points('D', '5')]));
  });
});

describe('the key of a submission', () => {
  it('stays until it was answered, for the same content only', () => {
    const key = new SubmissionKey();
    const first = key.for('a');
    expect(key.for('a')).toBe(first);
    expect(key.for('b')).not.toBe(first);
    const second = key.for('b');
    key.answered();
    expect(key.for('b')).not.toBe(second);
  });

  it('is a random UUID', () => {
    expect(newKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
