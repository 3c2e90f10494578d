import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { SafeDialog } from '../../app/safe-dialog.js';
import { ReasonField } from './reason-field.js';
import { useMovedOn } from './use-moved-on.js';

interface Props<T> {
  campaign: string;
  title: string;
  /** The verb of the button that sends the answer. */
  verb: string;
  /** A refusal: it needs its reason, because the unit is told why. */
  refusal: boolean;
  send(reason: { reason?: string }): Promise<T>;
  /** What the person is told once the answer is recorded. */
  done(recorded: T): string;
  close(): void;
  children: ReactNode;
}

/** A committee's or council's answer, given once in so many words and on exactly what was seen. */
export function AnswerDialog<T>({ campaign, title, verb, refusal, send, done, close, children }: Props<T>) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const movedOn = useMovedOn(campaign);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const reasonId = useId();
  const reason = text.trim();
  const answer = useMutation({
    mutationFn: () => send(reason === '' ? {} : { reason }),
    onSuccess: async (recorded) => {
      message.success(done(recorded));
      close();
      await queries.invalidateQueries({ queryKey: ['board', campaign] });
      await queries.invalidateQueries({ queryKey: ['proposals', campaign] });
    },
    onError: (error) => {
      close();
      movedOn(error);
    },
  });
  const confirm = () => {
    if (refusal && reason === '') setAsked(true);
    else answer.mutate();
  };
  return (
    <SafeDialog
      focusId={refusal ? reasonId : undefined}
      title={title}
      okText={verb}
      okButtonProps={{ danger: refusal }}
      confirmLoading={answer.isPending}
      onOk={confirm}
      onCancel={close}
    >
      {children}
      <ReasonField
        id={reasonId}
        value={text}
        required={refusal}
        missing={asked && refusal && reason === ''}
        change={setText}
      />
    </SafeDialog>
  );
}
