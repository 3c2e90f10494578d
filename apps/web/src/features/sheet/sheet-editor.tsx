import { useEffect, useState } from 'react';
import type { SheetAddress } from '../../api/sheets.js';
import type { Sheet } from '../../api/types.js';
import { criteriaOf } from './collect-entries.js';
import { ConflictDialog } from './conflict-dialog.js';
import { emptyDraft } from './draft.js';
import { NotAssignedList } from './not-assigned-list.js';
import { ReopenDialog } from './reopen-dialog.js';
import { SheetActions } from './sheet-actions.js';
import { SheetHead } from './sheet-head.js';
import { SheetMessages } from './sheet-messages.js';
import { SheetPartSection } from './sheet-part-section.js';
import { TakeLowerScores } from './take-lower-scores.js';
import styles from './sheet.module.css';
import { useSheetForm } from './use-sheet-form.js';
import { useUnsavedGuard } from './use-unsaved-guard.js';

export function SheetEditor({ address, read }: { address: SheetAddress; read: Sheet }) {
  const { form, changed, doing, conflict, submitted, edit, fill, save, submit, discard, reopen, merge, leaveConflict } =
    useSheetForm(address, read);
  const { sheet } = form;
  const [reopening, setReopening] = useState<string | null>(null);
  const editable = sheet.may.includes('sheet.edit');
  useUnsavedGuard(changed.length > 0);

  // What is wrong with a stored draft is no answer to anything that was just done.
  const firstWrong =
    form.refused === 'stored' ? undefined : criteriaOf(sheet).find(({ code }) => form.errors[code])?.code;
  useEffect(() => {
    // To the first thing to put right; typing in it clears its error and then the next one is first.
    if (firstWrong === undefined || document.activeElement?.closest('[data-criterion]')) return;
    const row = document.getElementById(`criterion-${firstWrong}`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus({ preventScroll: true });
  }, [firstWrong]);

  return (
    <>
      <SheetHead sheet={sheet} editable={editable} newerVersion={read.version > sheet.version} />
      {editable && <TakeLowerScores form={form} fill={fill} />}
      <SheetMessages form={form} changed={changed.length} submitted={submitted} />
      <fieldset className={styles.fields} disabled={doing !== null}>
        {sheet.parts.map((part) => (
          <SheetPartSection
            key={`${part.kind}-${part.code}`}
            part={part}
            sheet={sheet}
            editable={editable}
            draftOf={(code) => form.drafts[code] ?? emptyDraft}
            errorsOf={(code) => form.errors[code] ?? noErrors}
            edit={edit}
            submittedOf={(code) => form.submitted[code] ?? emptyDraft}
            askReopen={setReopening}
          />
        ))}
      </fieldset>
      <NotAssignedList criteria={sheet.notAssigned} mode={sheet.notAssignedMode} />
      {editable && (
        <SheetActions
          form={form}
          changed={changed.length}
          doing={doing}
          save={save}
          submit={submit}
          discard={discard}
        />
      )}
      {reopening !== null && (
        <ReopenDialog criterion={reopening} sheet={read} reopen={reopen} close={() => setReopening(null)} />
      )}
      {conflict !== null && (
        <ConflictDialog base={form.base} mine={form.drafts} current={conflict} merge={merge} leave={leaveConflict} />
      )}
    </>
  );
}

const noErrors: readonly never[] = [];
