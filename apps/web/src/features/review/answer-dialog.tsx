import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ReasonDialog, type Refusal } from '../../app/reason-dialog.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { movedOn, movedOnTitle } from './moved-on.js';
import { useRankingMoved } from './use-ranking-moved.js';

interface Props<T> {
  campaign: string;
  /** What the answer is to, within the campaign. */
  about: readonly string[];
  title: string;
  /** The verb of the button that sends the answer. */
  verb: string;
  /** A refusal: it needs its reason, because the unit is told why. */
  refusal: boolean;
  send(reason: { reason?: string }): Promise<T>;
  /** What the person is told once the answer is recorded. */
  done(recorded: T): string;
  /** What has happened since it was asked that leaves nothing to answer. */
  ended: Refusal | null;
  close(): void;
  children: ReactNode;
}

/** A committee's or council's answer, given once in so many words and on exactly what was seen. */
export function AnswerDialog<T>({ campaign, about, refusal, send, done, ...dialog }: Props<T>) {
  const { message } = App.useApp();
  const { formatMessage } = useIntl();
  const problemText = useProblemText();
  const moved = useRankingMoved();
  const queries = useQueryClient();
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: ['board', campaign] });
    void queries.invalidateQueries({ queryKey: ['proposals', campaign] });
  };
  const answer = async (reason: string) => {
    try {
      message.success(done(await send(reason === '' ? {} : { reason })));
      readAgain();
    } catch (error) {
      if (movedOn(error)) readAgain();
      throw error;
    }
  };
  const explain = (error: unknown) => {
    const title = movedOnTitle(error);
    if (title === null) return null;
    return title === 'review.behindTitle' ? moved : { title: formatMessage({ id: title }), text: problemText(error) };
  };
  return (
    <ReasonDialog
      {...dialog}
      about={[campaign, ...about]}
      required={refusal}
      danger={refusal}
      send={answer}
      explain={explain}
    />
  );
}
