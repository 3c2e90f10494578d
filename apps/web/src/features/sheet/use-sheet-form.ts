import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { isOfSession, ProblemError } from '../../api/problem.js';
import {
  discardDraft,
  reopenCriterion,
  saveDraft,
  sheetQuery,
  submitSheet,
  type SheetAddress,
} from '../../api/sheets.js';
import type { Sheet, SheetEntry } from '../../api/types.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { collectEntries, placeErrors, type Collected } from './collect-entries.js';
import type { Drafts } from './draft.js';
import type { Receipt } from './receipt.js';
import { changedCriteria, openForm, reduceForm, type Attempt } from './sheet-form.js';
import { SubmissionKey } from './submission-key.js';

export type Doing = Attempt | null;

/** Holds the form of one sheet and carries it to the server and back: drafts, submissions, refusals, conflicts. */
export function useSheetForm(address: SheetAddress, read: Sheet) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { formatMessage } = useIntl();
  const problemText = useProblemText();
  const [form, dispatch] = useReducer(reduceForm, read, openForm);
  const [doing, setDoing] = useState<Doing>(null);
  const [conflict, setConflict] = useState<Sheet | null>(null);
  const [submitted, setSubmitted] = useState<Receipt | null>(null);
  const key = useRef(new SubmissionKey());

  useEffect(() => dispatch({ type: 'read', sheet: read }), [read]);
  // A receipt is of the sheet as it was submitted, and of no later one.
  const isReceiptOf = submitted?.version === form.sheet.version;

  const refuse = (attempt: Attempt, sent: SheetEntry[], error: unknown) => {
    const current = error instanceof ProblemError ? error.problem?.['current'] : undefined;
    if (error instanceof ProblemError && error.code === 'sheet.stale' && current) setConflict(current as Sheet);
    else if (isOfSession(error))
      return; // said by a dialog of its own, and over once somebody has signed in again
    else if (error instanceof ProblemError && error.errors.length > 0) {
      const { placed, others } = placeErrors(sent, error.errors);
      const { moreErrors: n } = error;
      if (n > 0) others.push(formatMessage({ id: 'sheet.wrong.more' }, { n }));
      dispatch({ type: 'refused', attempt, errors: placed, others });
    } else dispatch({ type: 'refused', attempt, errors: {}, others: [problemText(error)] });
  };

  /** Runs one exchange with what stands in the form; nothing is submitted while a figure is missing or cannot be read. */
  const send = async (what: Attempt, exchange: (collected: Collected) => Promise<void>) => {
    const collected = collectEntries(form.sheet, form.drafts);
    const { entries, errors } = collected;
    setSubmitted(null);
    dispatch({ type: 'refused', attempt: what, errors: what === 'submitting' ? errors : {}, others: [] });
    if (what === 'submitting' && Object.keys(errors).length > 0) return;
    setDoing(what);
    try {
      await exchange(collected);
    } catch (error) {
      refuse(what, entries, error);
    } finally {
      setDoing(null);
    }
  };

  const store = (
    sheet: Sheet,
    { unread, errors }: Pick<Collected, 'unread' | 'errors'> = { unread: [], errors: {} },
  ) => {
    const of = <T>(all: Readonly<Record<string, T>>) =>
      Object.fromEntries(unread.flatMap((code) => (all[code] === undefined ? [] : [[code, all[code]]])));
    dispatch({ type: 'stored', sheet, unread: of(form.drafts), errors: of(errors) });
    queries.setQueryData(sheetQuery(address).queryKey, sheet);
    void queries.invalidateQueries({ queryKey: ['sheets', address.campaign] });
  };

  const save = () =>
    send('saving', async (collected) => {
      store(await saveDraft(address, form.sheet.version, collected.entries), collected);
      if (collected.unread.length === 0) message.success(formatMessage({ id: 'sheet.saved' }));
    });

  const discard = async () => {
    setSubmitted(null);
    setDoing('saving');
    try {
      store(await discardDraft(address, form.sheet.version));
      message.success(formatMessage({ id: 'discard.done' }));
    } catch (error) {
      refuse('saving', [], error);
    } finally {
      setDoing(null);
    }
  };

  const submit = () =>
    send('submitting', async ({ entries }) => {
      const content = JSON.stringify([form.sheet.version, entries]);
      try {
        const answer = await submitSheet(address, form.sheet.version, entries, key.current.for(content));
        key.current.answered();
        const { version, submittedAt } = answer;
        const of = { version, submittedAt, status: 'submitted' } as const;
        store({ ...form.sheet, ...of, entries, submittedEntries: null, faults: [] });
        setSubmitted({ version, counts: answer.counts, answeredAt: Date.now() });
        void queries.invalidateQueries({ queryKey: sheetQuery(address).queryKey });
      } catch (error) {
        if (error instanceof ProblemError && !error.unanswered) key.current.answered();
        throw error;
      }
    });

  const reopen = async (criterion: string, reason: string) => {
    const sheet = await reopenCriterion(address, form.sheet.version, criterion, reason);
    dispatch({ type: 'reopened', sheet, criterion });
    queries.setQueryData(sheetQuery(address).queryKey, sheet);
    void queries.invalidateQueries({ queryKey: ['sheets', address.campaign] });
  };

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
    submitted: isReceiptOf ? submitted : null,
    edit: (criterion: string, draft: Drafts[string]) => {
      setSubmitted(null);
      dispatch({ type: 'edited', criterion, draft });
    },
    fill: (drafts: Drafts) => {
      setSubmitted(null);
      dispatch({ type: 'filled', drafts });
    },
    save,
    submit,
    discard,
    reopen,
    merge,
    leaveConflict: () => setConflict(null),
  };
}
