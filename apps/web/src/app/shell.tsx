import { Spin } from 'antd';
import { Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, NavLink, Outlet, ScrollRestoration, useParams } from 'react-router';
import { useSession } from '../api/sessions.js';
import type { Role } from '../api/types.js';
import { AccountMenu } from './account-menu.js';
import { LanguageSwitch } from './language-switch.js';
import { RulesChanged } from './rules-changed.js';
import styles from './shell.module.css';
import { sheetRoles } from './sheet-roles.js';

const council: Role[] = ['councilChair', 'councilSecretary', 'councilMember'];
const boardRoles: Role[] = [
  'office',
  'clusterHead',
  'clusterDeputy',
  'unitOfficer',
  'committee',
  ...council,
  'auditor',
];
const proposalRoles: Role[] = ['office', 'committee', ...council, 'auditor'];
/** Others may read the rules' versions, but have nothing to do there. */
const rulesRoles: Role[] = ['office'];

/** The frame of every page behind the sign-in: name, ways to go, language, account. */
export function Shell() {
  const { campaign } = useParams();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        <FormattedMessage id="shell.skip" />
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span className={styles.name}>
            <FormattedMessage id="app.name" />
          </span>
          <span className="visually-hidden">
            <FormattedMessage id="shell.home" />
          </span>
        </Link>
        {campaign === undefined ? <span className={styles.spacer} /> : <CampaignNav campaign={campaign} />}
        <LanguageSwitch />
        <AccountMenu />
      </header>
      <ScrollRestoration />
      <main id="main" tabIndex={-1} className={styles.main}>
        {campaign !== undefined && <RulesChanged key={campaign} campaign={campaign} />}
        <Suspense fallback={<Spin className="page-spin" size="large" />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** Only the ways that lead somewhere for this account's roles; the server decides what may be seen there. */
function CampaignNav({ campaign }: { campaign: string }) {
  const { formatMessage } = useIntl();
  const grants = useSession().data?.grants ?? [];
  const has = (roles: readonly Role[]) => grants.some((grant) => roles.includes(grant.role));
  const base = `/campaigns/${encodeURIComponent(campaign)}`;
  return (
    <nav className={styles.nav} aria-label={formatMessage({ id: 'shell.nav' })}>
      {has(boardRoles) && (
        <NavLink to={base} end>
          <FormattedMessage id="nav.board" />
        </NavLink>
      )}
      {has(sheetRoles) && (
        <NavLink to={`${base}/sheets`}>
          <FormattedMessage id="nav.sheets" />
        </NavLink>
      )}
      {has(proposalRoles) && (
        <NavLink to={`${base}/proposals`}>
          <FormattedMessage id="nav.proposals" />
        </NavLink>
      )}
      {has(rulesRoles) && (
        <NavLink to={`${base}/rules`}>
          <FormattedMessage id="nav.rules" />
        </NavLink>
      )}
    </nav>
  );
}
