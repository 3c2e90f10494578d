import { Card, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../../api/sessions.js';
import { useTitle } from '../../app/use-title.js';
import { LanguageSwitch } from '../../app/language-switch.js';
import { LinkSignIn } from './link-sign-in.js';
import { PasswordForm } from './password-form.js';
import styles from './sign-in.module.css';

/** Only ways inside this page are followed after signing in, never an address from outside. */
function nextOf(state: unknown): string {
  const next = (state as { next?: unknown } | null)?.next;
  return typeof next === 'string' && /^\/(?!\/)/.test(next) ? next : '/';
}

/**
 * `/sign-in` with a form, and `/sign-in#<token>` for one-time links: what stands behind `#` is never sent to a
 * server by the browser, so the token reaches no access log.
 */
export function SignInPage() {
  const location = useLocation();
  useTitle(useIntl().formatMessage({ id: 'action.signIn' }));
  const [token, setToken] = useState(() => location.hash.slice(1));
  const [attempt, setAttempt] = useState(0);
  // Where the person wanted to go, kept when a link is pasted, which is a place in the history of its own.
  const [next] = useState(() => nextOf(location.state));
  useEffect(() => {
    // A link pasted into the address bar of this very page changes what is behind `#`, and loads nothing.
    if (location.hash.length < 2) return;
    setToken(location.hash.slice(1));
    setAttempt((before) => before + 1);
  }, [location]);
  const session = useSession({ enabled: token === '' });

  if (token === '' && session.data) return <Navigate to={next} replace />;
  return (
    <div className={styles.page}>
      <Card className={styles.card}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <h1 className={styles.title}>
          <FormattedMessage id="app.name" />
        </h1>
        {token !== '' ? (
          <LinkSignIn key={attempt} token={token} finish={() => setToken('')} />
        ) : session.isPending ? (
          <Spin />
        ) : (
          <PasswordForm />
        )}
      </Card>
      <LanguageSwitch onRed={false} />
    </div>
  );
}
