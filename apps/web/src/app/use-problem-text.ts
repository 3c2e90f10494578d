import { useIntl } from 'react-intl';
import { ProblemError } from '../api/problem.js';

/** Gives the sentence that tells a person what went wrong: the server's own, or ours where no answer came. */
export function useProblemText(): (error: unknown) => string {
  const { formatMessage } = useIntl();
  return (error) => {
    if (error instanceof ProblemError && error.problem !== null) {
      return error.problem.detail ?? error.problem.title;
    }
    const lost = error instanceof ProblemError && error.code === 'network';
    return formatMessage({ id: lost ? 'problem.network' : 'problem.unexpected' });
  };
}

/** The reference an official can read out to the people who run the server, where there is one. */
export function referenceOf(error: unknown): string | null {
  return error instanceof ProblemError ? (error.problem?.correlationId ?? null) : null;
}
