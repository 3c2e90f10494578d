import { useMutation } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { isOfSession, ProblemError } from '../api/problem.js';
import { ReasonField } from './reason-field.js';
import styles from './reason.module.css';
import { SafeDialog } from './safe-dialog.js';
import { useProblemText } from './use-problem-text.js';
import { useTypedText } from './use-typed-text.js';

/** Why an answer was not recorded, in words of its own. */
export interface Refusal {
  readonly title: string;
  readonly text: string;
}

interface Props {
  title: string;
  /** The verb of the button that sends the answer. */
  verb: string;
  /** What the answer is to: until it is recorded, the reason typed for it is kept. */
  about: readonly string[];
  /** Whether the answer needs its reason, because somebody is told why. */
  required: boolean;
  danger: boolean;
  send(reason: string): Promise<unknown>;
  /** What has happened meanwhile that leaves nothing to answer; null while there is something. */
  ended: Refusal | null;
  /** Words for a refusal, where there are better ones than the server's. */
  explain?(error: unknown): Refusal | null;
  close(): void;
  children: ReactNode;
}

/** Whether the same answer may be taken when it is sent again. */
const maySendAgain = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.unanswered || error.status === 429 || isOfSession(error);

/**
 * An answer given once, in so many words and with its reason. What the server refuses stays open with what was typed, and
 * says why and what to do; so does what somebody else has done to the same thing.
 */
export function ReasonDialog({ title, verb, about, required, danger, send, ended, explain, close, children }: Props) {
  const { formatMessage } = useIntl();
  const problemText = useProblemText();
  const { text, change, forget } = useTypedText(...about);
  const [asked, setAsked] = useState(false);
  const id = useId();
  const reason = text.trim();
  const answer = useMutation({
    mutationFn: () => send(reason),
    onSuccess: () => {
      forget();
      close();
    },
  });
  const missing = required && reason === '';
  const told = (error: unknown): Refusal =>
    explain?.(error) ?? { title: formatMessage({ id: 'answer.refused' }), text: problemText(error) };
  // The page may learn of one's own answer before the answer to it has come.
  const over = answer.isPending ? null : ended;
  // That the session has ended, a dialog of its own says, and it is over once somebody has signed in again.
  const failed = answer.isError && !isOfSession(answer.error);
  const isFinal = over !== null || (failed && !maySendAgain(answer.error));
  const refusal = over ?? (failed ? told(answer.error) : null);
  const confirm = () => {
    if (missing) setAsked(true);
    else answer.mutate();
  };
  return (
    <SafeDialog
      focusId={required ? id : undefined}
      title={title}
      okText={verb}
      onlyClose={isFinal}
      okButtonProps={{ danger, 'data-testid': 'confirm' }}
      cancelText={isFinal ? formatMessage({ id: 'action.close' }) : undefined}
      confirmLoading={answer.isPending}
      onOk={confirm}
      onCancel={close}
    >
      {children}
      <ReasonField id={id} value={text} required={required} missing={asked && missing} change={change} />
      {refusal !== null && <Told {...refusal} isFinal={isFinal} />}
    </SafeDialog>
  );
}

function Told({ title, text, isFinal }: Refusal & { isFinal: boolean }) {
  return (
    <Alert className={styles.failure} type={isFinal ? 'warning' : 'error'} showIcon title={title} description={text} />
  );
}
