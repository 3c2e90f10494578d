import { useQuery } from '@tanstack/react-query';
import { Card, Spin } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, Navigate } from 'react-router';
import { campaignsQuery } from '../../api/campaigns.js';
import { useSession } from '../../api/sessions.js';
import { Failure } from '../../app/failure.js';
import { useTitle } from '../../app/use-title.js';
import { formatDay } from '../../format/date.js';
import { WithoutCampaign } from './without-campaign.js';
import styles from './campaign-list.module.css';

/** The campaigns this account may see; with only one there is nothing to choose, so straight to its board. */
export function CampaignListPage() {
  const campaigns = useQuery(campaignsQuery);
  const session = useSession().data;
  const { formatMessage } = useIntl();
  useTitle(formatMessage({ id: 'campaigns.title' }));
  if (campaigns.isPending) return <Spin className="page-spin" size="large" />;
  if (campaigns.isError) return <Failure error={campaigns.error} retry={() => void campaigns.refetch()} />;

  const [only, ...others] = campaigns.data;
  if (only === undefined) return session ? <WithoutCampaign session={session} /> : null;
  if (others.length === 0) return <Navigate to={`/campaigns/${encodeURIComponent(only.code)}`} replace />;
  return (
    <>
      <h1>
        <FormattedMessage id="campaigns.title" />
      </h1>
      <ul className={styles.list}>
        {campaigns.data.map((campaign) => (
          <li key={campaign.code}>
            <Card size="small">
              <h2>
                <Link className="target" to={`/campaigns/${encodeURIComponent(campaign.code)}`}>
                  {campaign.name}
                </Link>
              </h2>
              <p className={styles.theme}>{campaign.theme}</p>
              <span className="muted">
                {formatDay(campaign.from)} – {formatDay(campaign.to)}
              </span>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
