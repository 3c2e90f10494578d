import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { signInByPassword } from '../../api/sessions.js';
import { useProblemText } from '../../app/use-problem-text.js';

export function PasswordForm() {
  const queries = useQueryClient();
  const text = useProblemText();
  const { formatMessage } = useIntl();
  const attempt = useMutation({
    mutationFn: ({ login, password }: { login: string; password: string }) =>
      signInByPassword(queries, login.trim(), password),
  });
  const needed = [{ required: true, message: formatMessage({ id: 'field.required' }) }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={attempt.mutate} disabled={attempt.isPending}>
      {attempt.isError && <Alert type="error" showIcon title={text(attempt.error)} style={{ marginBottom: 16 }} />}
      <Form.Item name="login" label={formatMessage({ id: 'signIn.login' })} rules={needed}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={formatMessage({ id: 'signIn.password' })} rules={needed}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={attempt.isPending}>
        <FormattedMessage id="action.signIn" />
      </Button>
    </Form>
  );
}
