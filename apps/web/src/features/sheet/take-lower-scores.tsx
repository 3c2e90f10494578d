import { Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { criteriaOf } from './collect-entries.js';
import { draftOf, emptyDraft, isEmpty, type Drafts } from './draft.js';
import { lowerEntriesOf } from './lower-entries.js';
import type { SheetForm } from './sheet-form.js';
import styles from './sheet.module.css';
import { canEnter } from './value-fields.js';

/** For each criterion still empty here and scored below, that score; its evidence stays where it was given. */
function lowerScores({ sheet, drafts }: SheetForm): Drafts {
  const found = criteriaOf(sheet).flatMap((criterion) => {
    const { code } = criterion;
    const below = lowerEntriesOf(sheet, code).at(-1);
    if (!canEnter(criterion) || below === undefined || !isEmpty(drafts[code] ?? emptyDraft)) return [];
    return [[code, { ...emptyDraft, texts: draftOf(below.entry).texts }] as const];
  });
  return Object.fromEntries(found);
}

/** Mostly the stage above agrees: one press takes over what was scored below, then only differences are typed. */
export function TakeLowerScores({ form, fill }: { form: SheetForm; fill(drafts: Drafts): void }) {
  const scores = lowerScores(form);
  const n = Object.keys(scores).length;
  if (n === 0) return null;
  return (
    <p>
      <Button className={styles.takeAll} data-testid="take-lower" onClick={() => fill(scores)}>
        <FormattedMessage id="sheet.takeAll" values={{ n }} />
      </Button>
    </p>
  );
}
