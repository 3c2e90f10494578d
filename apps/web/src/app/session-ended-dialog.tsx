import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { onSignedInElsewhere, recheckSession, useSession } from '../api/sessions.js';
import { useProblemText } from './use-problem-text.js';

const PasswordForm = lazy(() =>
  import('../features/sign-in/password-form.js').then(
    ({ PasswordForm: form }) => ({ default: form }),
    // A dialog that breaks would take the page below it away, with what is typed there.
    () => ({ default: () => <Alert type="warning" showIcon title={<FormattedMessage id="session.elsewhere" />} /> }),
  ),
);

/** Over the page that was open: sign in here, or by a link in another window, which this one notices by itself. */
export function SessionEndedDialog() {
  const queries = useQueryClient();
  const session = useSession();
  const text = useProblemText();
  const [pressed, setPressed] = useState<'asking' | 'answered'>();
  useEffect(() => {
    const look = () => recheckSession(queries);
    // In a window of another browser nobody tells: then coming back to this one is when to look.
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    const stop = onSignedInElsewhere(look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [queries]);
  const lookNow = async () => {
    setPressed('asking');
    await session.refetch();
    setPressed('answered');
  };
  return (
    <Modal open closable={false} footer={null} width={420} title={<FormattedMessage id="session.ended" />}>
      <p>
        <FormattedMessage id="session.endedText" />
      </p>
      <Suspense fallback={<Spin />}>
        <PasswordForm />
      </Suspense>
      <Button type="link" block loading={pressed === 'asking'} onClick={() => void lookNow()}>
        <FormattedMessage id="session.again" />
      </Button>
      {pressed === 'answered' && (
        <Alert
          type="warning"
          showIcon
          data-testid="not-yet"
          title={session.isError ? text(session.error) : <FormattedMessage id="session.notYet" />}
        />
      )}
    </Modal>
  );
}
