import type { Sheet, SheetCriterion } from '../../api/types.js';
import { criteriaOf } from './collect-entries.js';
import { emptyDraft, isEmpty, type Drafts } from './draft.js';
import { canEnter } from './value-fields.js';

/**
 * The mandatory criteria that would have no entry at any stage once the sheet is submitted as it stands, of those this
 * stage may enter: the unit would get no points for them and no award.
 */
export function missingCriteria(sheet: Sheet, drafts: Drafts): SheetCriterion[] {
  return criteriaOf(sheet).filter(
    (criterion) =>
      criterion.mandatory &&
      canEnter(criterion) &&
      isEmpty(drafts[criterion.code] ?? emptyDraft) &&
      criterion.scored.every(({ stage }) => stage === sheet.stage),
  );
}
