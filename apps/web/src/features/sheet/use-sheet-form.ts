import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { ProblemError } from '../../api/problem.js';
import { saveDraft, sheetQuery, submitSheet, type SheetAddress } from '../../api/sheets.js';
import type { Sheet, SheetEntry } from '../../api/types.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { collectEntries, placeErrors } from './collect-entries.js';
import type { Drafts } from './draft.js';
import { changedCriteria, openForm, reduceForm } from './sheet-form.js';
import { SubmissionKey } from './submission-key.js';

export type Doing = 'saving' | 'submitting' | null;

/** Holds the form of one sheet and carries it to the server and back: drafts, submissions, refusals, conflicts. */
export function useSheetForm(address: SheetAddress, read: Sheet) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { formatMessage } = useIntl();
  const problemText = useProblemText();
  const [form, dispatch] = useReducer(reduceForm, read, openForm);
  const [doing, setDoing] = useState<Doing>(null);
  const [conflict, setConflict] = useState<Sheet | null>(null);
  const [submitted, setSubmitted] = useState<{ revision: number } | null>(null);
  const key = useRef(new SubmissionKey());

  useEffect(() => dispatch({ type: 'read', sheet: read }), [read]);

  const refuse = (sent: SheetEntry[], error: unknown) => {
    const current = error instanceof ProblemError ? error.problem?.['current'] : undefined;
    if (error instanceof ProblemError && error.code === 'sheet.stale' && current) setConflict(current as Sheet);
    else if (error instanceof ProblemError && error.errors.length > 0) {
      const { placed, others } = placeErrors(sent, error.errors);
      dispatch({ type: 'refused', errors: placed, others });
    } else dispatch({ type: 'refused', errors: {}, others: [problemText(error)] });
  };

  /** Runs one exchange with what stands in the form; nothing is sent while a figure cannot be read. */
  const send = async (what: Exclude<Doing, null>, exchange: (entries: SheetEntry[]) => Promise<void>) => {
    const { entries, errors } = collectEntries(form.sheet, form.drafts);
    setSubmitted(null);
    dispatch({ type: 'refused', errors, others: [] });
    if (Object.keys(errors).length > 0) return;
    setDoing(what);
    try {
      await exchange(entries);
    } catch (error) {
      refuse(entries, error);
    } finally {
      setDoing(null);
    }
  };

  const store = (sheet: Sheet) => {
    dispatch({ type: 'stored', sheet });
    queries.setQueryData(sheetQuery(address).queryKey, sheet);
    void queries.invalidateQueries({ queryKey: ['sheets', address.campaign] });
  };

  const save = () =>
    send('saving', async (entries) => {
      store(await saveDraft(address, form.sheet.version, entries));
      message.success(formatMessage({ id: 'sheet.saved' }));
    });

  const submit = () =>
    send('submitting', async (entries) => {
      const content = JSON.stringify([form.sheet.version, entries]);
      try {
        const answer = await submitSheet(address, form.sheet.version, entries, key.current.for(content));
        key.current.answered();
        const { version, submittedAt } = answer;
        store({ ...form.sheet, entries, version, submittedAt, status: 'submitted' });
        setSubmitted({ revision: answer.revision });
        void queries.invalidateQueries({ queryKey: sheetQuery(address).queryKey });
      } catch (error) {
        if (error instanceof ProblemError && !error.unanswered) key.current.answered();
        throw error;
      }
    });

  const merge = (sheet: Sheet, drafts: Drafts) => {
    dispatch({ type: 'merged', sheet, drafts });
    setConflict(null);
    message.info(formatMessage({ id: 'conflict.merged' }));
  };

  const changed = changedCriteria(form);
  return {
    form,
    changed,
    doing,
    conflict,
    submitted,
    edit: (criterion: string, draft: Drafts[string]) => dispatch({ type: 'edited', criterion, draft }),
    fill: (drafts: Drafts) => dispatch({ type: 'filled', drafts }),
    save,
    submit,
    merge,
    leaveConflict: () => setConflict(null),
  };
}
