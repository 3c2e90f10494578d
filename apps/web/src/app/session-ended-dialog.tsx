import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import { recheckSession } from '../api/sessions.js';

const PasswordForm = lazy(async () => ({
  default: (await import('../features/sign-in/password-form.js')).PasswordForm,
}));

/** Over the page that was open: sign in here, or by a link in another window and then go on here. */
export function SessionEndedDialog() {
  const queries = useQueryClient();
  return (
    <Modal open closable={false} footer={null} width={420} title={<FormattedMessage id="session.ended" />}>
      <p>
        <FormattedMessage id="session.endedText" />
      </p>
      <Suspense fallback={<Spin />}>
        <PasswordForm />
      </Suspense>
      <Button type="link" block onClick={() => recheckSession(queries)}>
        <FormattedMessage id="session.again" />
      </Button>
    </Modal>
  );
}
