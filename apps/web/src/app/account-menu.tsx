import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useSession } from '../api/sessions.js';
import styles from './shell.module.css';
import { SIGN_OUT } from './sign-out-page.js';

export function AccountMenu() {
  const session = useSession().data;
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  if (!session) return null;

  const leave = () => void navigate(SIGN_OUT.path, { state: SIGN_OUT.state });
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
          { key: 'out', label: <FormattedMessage id="action.signOut" />, onClick: leave },
        ],
      }}
    >
      <Button type="text" className={styles.onRed} icon={<UserOutlined />} aria-label={session.account.name}>
        <span className={styles.account}>{session.account.name}</span>
      </Button>
    </Dropdown>
  );
}
