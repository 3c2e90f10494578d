import { UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { signOut, useSession } from '../api/sessions.js';
import styles from './shell.module.css';
import { useProblemText } from './use-problem-text.js';

export function AccountMenu() {
  const session = useSession().data;
  const { formatMessage } = useIntl();
  const { message } = App.useApp();
  const text = useProblemText();
  if (!session) return null;

  const leave = async () => {
    try {
      await signOut();
      // A fresh load, not a step inside the page: nothing the account has seen stays in memory.
      window.location.assign('/sign-in');
    } catch (error) {
      message.error(text(error));
    }
  };
  const roles = [...new Set(session.grants.map((grant) => grant.role))];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <>
                <strong>{session.account.name}</strong>
                <br />
                {roles.map((role) => formatMessage({ id: `role.${role}` })).join(', ')}
              </>
            ),
          },
          { key: 'out', label: <FormattedMessage id="action.signOut" />, onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" className={styles.onRed} icon={<UserOutlined />} aria-label={session.account.name}>
        <span className={styles.account}>{session.account.name}</span>
      </Button>
    </Dropdown>
  );
}
