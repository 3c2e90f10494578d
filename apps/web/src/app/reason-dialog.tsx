import { useMutation } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ProblemError } from '../api/problem.js';
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
  /** Words for a refusal, where there are better ones than the server's. */
  explain?(error: unknown): Refusal | null;
  close(): void;
  children: ReactNode;
}

/** Whether the same answer may be taken when it is sent again. */
const maySendAgain = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.unanswered || error.status === 429;

/**
 * An answer given once, in so many words and with its reason. What the server refuses stays open with what was typed, and
 * says why and what to do.
 */
export function ReasonDialog({ title, verb, about, required, danger, send, explain, close, children }: Props) {
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
  const isFinal = answer.isError && !maySendAgain(answer.error);
  const told = (error: unknown): Refusal =>
    explain?.(error) ?? { title: formatMessage({ id: 'answer.refused' }), text: problemText(error) };
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
      {answer.isError && <Told {...told(answer.error)} isFinal={isFinal} />}
    </SafeDialog>
  );
}

function Told({ title, text, isFinal }: Refusal & { isFinal: boolean }) {
  return (
    <Alert className={styles.failure} type={isFinal ? 'warning' : 'error'} showIcon title={title} description={text} />
  );
}
