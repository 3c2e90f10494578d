import { useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { Fragment, useEffect, useRef, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { readAllAgain, useSession } from '../api/sessions.js';
import { Failure } from './failure.js';
import { SessionEndedDialog } from './session-ended-dialog.js';

/**
 * Lets signed-in people through; sends everybody else to sign in and back to where they wanted to go.
 *
 * A session that ends while a page is open does not take the page away: half an hour of typing may stand on it. The
 * person signs in again over it; another account starts the page afresh.
 */
export function RequireSession() {
  const session = useSession();
  const { pathname, search } = useLocation();
  const login = session.data?.account.login ?? null;
  const [lastLogin, setLastLogin] = useState(login);
  const queries = useQueryClient();
  const ended = useRef(false);
  useEffect(() => {
    if (login === null) {
      ended.current = lastLogin !== null;
      return;
    }
    setLastLogin(login);
    // The page has outlived its session: what it shows is read again with the next one.
    if (ended.current && login === lastLogin) readAllAgain(queries);
    ended.current = false;
  }, [login, lastLogin, queries]);

  if (login !== null || (lastLogin !== null && session.data === null)) {
    return (
      <>
        <Fragment key={login ?? lastLogin}>
          <Outlet />
        </Fragment>
        {login === null && <SessionEndedDialog />}
      </>
    );
  }
  if (session.isPending) return <Spin className="page-spin" size="large" />;
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  return <Navigate to="/sign-in" replace state={{ next: pathname + search }} />;
}
