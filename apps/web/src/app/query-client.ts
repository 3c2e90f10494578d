import { QueryClient } from '@tanstack/react-query';
import { onRefusal } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { recheckSession } from '../api/sessions.js';

/** Only what may pass by itself is tried again: no answer, or a server that is just restarting. */
function retry(failures: number, error: unknown): boolean {
  return failures < 3 && error instanceof ProblemError && error.unanswered;
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
});

onRefusal(() => recheckSession(queryClient));
