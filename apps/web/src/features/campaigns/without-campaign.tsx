import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { healthQuery } from '../../api/health.js';
import type { Session } from '../../api/types.js';
import { Badge } from '../../app/badge.js';
import { Failure } from '../../app/failure.js';
import styles from './campaign-list.module.css';

/** What stands where an account sees no campaign: what it is for, and where that is done. */
export function WithoutCampaign({ session }: { session: Session }) {
  const { formatMessage } = useIntl();
  const roles = [...new Set(session.grants.map(({ role }) => role))];
  const isAdmin = roles.includes('admin');
  return (
    <>
      <h1>
        <FormattedMessage id={isAdmin ? 'home.adminTitle' : 'campaigns.title'} />
      </h1>
      {isAdmin ? (
        <>
          <p>
            <FormattedMessage id="home.adminText" />
          </p>
          <Commands names={['check', 'import', 'audit']} />
          <Health />
        </>
      ) : roles.includes('office') ? (
        <>
          <p>
            <FormattedMessage id="home.officeText" />
          </p>
          <Commands names={['check', 'import']} />
        </>
      ) : (
        <>
          <p>
            <FormattedMessage id="home.nothingText" values={{ login: <strong>{session.account.login}</strong> }} />
          </p>
          {roles.length > 0 && (
            <p className="muted">
              <FormattedMessage
                id="home.nothingRoles"
                values={{ roles: roles.map((role) => formatMessage({ id: `role.${role}` })).join(', ') }}
              />
            </p>
          )}
        </>
      )}
    </>
  );
}

const COMMANDS = {
  check: (file: string) => `npx thidua check ${file}`,
  import: (file: string) => `npx thidua import ${file}`,
  audit: () => 'npx thidua audit verify',
};

function Commands({ names }: { names: (keyof typeof COMMANDS)[] }) {
  const file = useIntl().formatMessage({ id: 'home.file' });
  return (
    <dl className={styles.commands}>
      {names.map((name) => (
        <div key={name}>
          <dt>
            <code>{COMMANDS[name](file)}</code>
          </dt>
          <dd>
            <FormattedMessage id={`home.admin.${name}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The parts that the service names, in the words of who runs it; one without words here keeps its own. */
const PARTS = ['database', 'queue', 'redis', 'audit'] as const;

function Health() {
  const health = useQuery(healthQuery);
  const { formatMessage } = useIntl();
  const nameOf = (part: string): string => {
    const known = PARTS.find((each) => each === part);
    return known === undefined ? part : formatMessage({ id: `home.health.${known}` });
  };
  if (health.isPending) return <Spin />;
  if (health.isError) return <Failure error={health.error} retry={() => void health.refetch()} />;
  return (
    <section aria-labelledby="health" className={styles.health}>
      <h2 id="health">
        <FormattedMessage id="home.health" />
      </h2>
      <table>
        <thead>
          <tr>
            {(['part', 'state', 'detail'] as const).map((column) => (
              <th scope="col" key={column}>
                <FormattedMessage id={`home.health.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(health.data.checks).map(([part, { status, ...details }]) => (
            <tr key={part} data-testid={`health-${part}`}>
              <th scope="row">{nameOf(part)}</th>
              <td>
                <Badge tone={status === 'up' ? 'good' : 'bad'}>
                  <FormattedMessage id={`home.health.${status}`} />
                </Badge>
              </td>
              <td>{detailOf(details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function detailOf({ waiting, head }: Readonly<Record<string, unknown>>): ReactNode {
  if (typeof waiting === 'number') return <FormattedMessage id="home.health.waiting" values={{ n: waiting }} />;
  if (typeof head === 'string') return <FormattedMessage id="home.health.head" values={{ head }} />;
  return null;
}
