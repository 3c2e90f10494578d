import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router';
import { acceptInvitation, becomeAdministrator, readInvitation } from '../../api/sessions.js';
import type { Invited } from '../../api/types.js';
import { LanguageSwitch } from '../../app/language-switch.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { useTitle } from '../../app/use-title.js';
import styles from './sign-in.module.css';

/** `/invitation#<token>`: a person sets the password of an account, or makes that of an administrator, and is signed in. */
export function InvitationPage() {
  const { formatMessage } = useIntl();
  useTitle(formatMessage({ id: 'invitation.title' }));
  const [token] = useState(() => window.location.hash.slice(1));
  const text = useProblemText();
  // Looking at it does not spend it.
  const invited = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    retry: false,
    staleTime: Infinity,
  });
  useEffect(() => {
    // Out of the address bar and the history: the screen may be shared.
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return (
    <div className={styles.page}>
      <Card className={styles.card}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <h1 className={styles.title}>
          <FormattedMessage id="invitation.title" />
        </h1>
        {invited.isPending ? (
          <Spin />
        ) : invited.isError ? (
          <>
            <Alert type="error" showIcon title={text(invited.error)} />
            <Link to="/sign-in">
              <FormattedMessage id="action.signIn" />
            </Link>
          </>
        ) : (
          <InvitationForm token={token} invited={invited.data} />
        )}
      </Card>
      <LanguageSwitch onRed={false} />
    </div>
  );
}

interface Fields {
  name: string;
  login: string;
  password: string;
}

function InvitationForm({ token, invited: { account, passwordLength } }: { token: string; invited: Invited }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const text = useProblemText();
  const { formatMessage } = useIntl();
  const accept = useMutation({
    mutationFn: ({ name, login, password }: Fields) =>
      account === null
        ? becomeAdministrator(queries, { token, name: name.trim(), login: login.trim(), password })
        : acceptInvitation(queries, token, password),
    onSuccess: () => void navigate('/', { replace: true }),
  });
  const needed = { required: true, message: formatMessage({ id: 'field.required' }) };
  const long = { min: passwordLength, message: formatMessage({ id: 'invitation.short' }, { least: passwordLength }) };
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={accept.mutate} disabled={accept.isPending}>
      <p>
        {account === null ? (
          <FormattedMessage id="invitation.administrator" />
        ) : (
          <FormattedMessage id="invitation.account" values={account} />
        )}
      </p>
      {accept.isError && <Alert type="error" showIcon title={text(accept.error)} style={{ marginBottom: 16 }} />}
      {account === null && (
        <>
          <Form.Item name="name" label={formatMessage({ id: 'invitation.name' })} rules={[needed]}>
            <Input autoComplete="name" autoFocus maxLength={200} />
          </Form.Item>
          <Form.Item name="login" label={formatMessage({ id: 'signIn.login' })} rules={[needed]}>
            <Input autoComplete="username" maxLength={64} />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="password"
        label={formatMessage({ id: 'invitation.password' }, { least: passwordLength })}
        rules={[needed, long]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={accept.isPending}>
        <FormattedMessage id="invitation.accept" />
      </Button>
    </Form>
  );
}
