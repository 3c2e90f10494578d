import type { Sheet } from '../../api/types.js';
import { criteriaOf } from './collect-entries.js';
import { draftsOf, emptyDraft, sameDraft, type Draft, type Drafts } from './draft.js';

/** A criterion on which two editors of one sheet differ. */
export interface Difference {
  code: string;
  name: string;
  mine: Draft;
  theirs: Draft;
  /** Whose version to take without asking where only one of the two changed it; null = both did: a person chooses. */
  suggested: 'mine' | 'theirs' | null;
}
export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

/** Compares three ways: what both started from, what stands in the form, what was saved meanwhile. */
export function findDifferences(base: Drafts, mine: Drafts, current: Sheet): Difference[] {
  const theirs = draftsOf(current.entries);
  return criteriaOf(current).flatMap(({ code, name }) => {
    const was = base[code] ?? emptyDraft;
    const own = mine[code] ?? emptyDraft;
    const other = theirs[code] ?? emptyDraft;
    if (sameDraft(own, other)) return [];
    const suggested = sameDraft(own, was) ? 'theirs' : sameDraft(other, was) ? 'mine' : null;
    return [{ code, name, mine: own, theirs: other, suggested }];
  });
}

/** The saved version with the chosen rows of one's own put over it. */
export function applyChoices(current: Sheet, differences: readonly Difference[], choices: Choices): Drafts {
  const own = differences.filter(({ code }) => choices[code] === 'mine').map(({ code, mine }) => [code, mine] as const);
  return { ...draftsOf(current.entries), ...Object.fromEntries(own) };
}
