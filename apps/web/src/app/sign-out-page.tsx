import { Spin } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Navigate, useLocation } from 'react-router';
import { signOut } from '../api/sessions.js';
import { Failure } from './failure.js';

/** Where the menu leads who wants to sign out: a page of its own, so that one with unsaved changes asks before it is left. */
export const SIGN_OUT = { path: '/sign-out', state: { asked: true } };

/** Ends the session. An address alone does not: somebody has to have asked for it on this page. */
export function SignOutPage() {
  const asked = (useLocation().state as { asked?: unknown } | null)?.asked === true;
  const [error, setError] = useState<unknown>(null);
  const leave = useCallback(async () => {
    setError(null);
    try {
      await signOut();
      // A fresh load, not a step inside the page: nothing the account has seen stays in memory.
      window.location.replace('/sign-in');
    } catch (cause) {
      setError(cause);
    }
  }, []);
  useEffect(() => {
    if (asked) void leave();
  }, [asked, leave]);

  if (!asked) return <Navigate to="/" replace />;
  if (error !== null) return <Failure error={error} title="signOut.failed" retry={() => void leave()} />;
  return (
    <p role="status">
      <Spin size="small" /> <FormattedMessage id="signOut.doing" />
    </p>
  );
}
