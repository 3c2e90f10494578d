import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

interface TypedText {
  readonly text: string;
  change(text: string): void;
  /** Once it is recorded, it is nobody's draft any more. */
  forget(): void;
}

/**
 * A text that outlives its dialog: closed by mistake or because the server refused, it is there when the dialog is opened
 * again. It ends with the page, and with the account's session (`remember` of sessions.ts).
 */
export function useTypedText(...of: readonly string[]): TypedText {
  const queries = useQueryClient();
  const queryKey = ['typed', ...of];
  const { data: text = '' } = useQuery<string>({ queryKey, queryFn: skipToken, gcTime: Infinity });
  return {
    text,
    change: (changed) => void queries.setQueryData(queryKey, changed),
    forget: () => queries.removeQueries({ queryKey }),
  };
}
