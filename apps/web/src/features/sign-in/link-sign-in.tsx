import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { signInByLink } from '../../api/sessions.js';
import { useProblemText } from '../../app/use-problem-text.js';

/** A link works once, so it is spent once: a component mounted twice shares the one request of its token. */
const spent = new Map<string, Promise<void>>();

function spend(queries: QueryClient, token: string): Promise<void> {
  const running = spent.get(token) ?? signInByLink(queries, token);
  spent.set(token, running);
  return running;
}

/** Spends the token at once. `finish` is called when signed in, or when the person turns to the form instead. */
export function LinkSignIn({ token, finish }: { token: string; finish: () => void }) {
  const queries = useQueryClient();
  const text = useProblemText();
  const [error, setError] = useState<unknown>(null);
  const signedIn = useEffectEvent(finish);

  useEffect(() => {
    let gone = false;
    // Out of the address bar and the history before anything else: the screen may be shared.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    spend(queries, token).then(
      () => {
        if (!gone) signedIn();
      },
      (cause: unknown) => {
        // A link that could not be tried for want of an answer is worth another try.
        spent.delete(token);
        if (!gone) setError(cause);
      },
    );
    return () => {
      gone = true;
    };
  }, [queries, token]);

  if (error === null) {
    return (
      <p role="status">
        <Spin size="small" /> <FormattedMessage id="signIn.byLink" />
      </p>
    );
  }
  return (
    <>
      <Alert type="error" showIcon title={text(error)} />
      <Button type="link" onClick={finish}>
        <FormattedMessage id="signIn.useForm" />
      </Button>
    </>
  );
}
