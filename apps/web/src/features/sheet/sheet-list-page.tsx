import { useQuery } from '@tanstack/react-query';
import { Empty, Input, Spin } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { sheetsQuery } from '../../api/sheets.js';
import type { SheetSummary } from '../../api/types.js';
import { Failure } from '../../app/failure.js';
import { useTitle } from '../../app/use-title.js';
import { sheetPath } from '../../app/sheet-path.js';
import { SheetStatusBadge } from './sheet-status-badge.js';
import styles from './sheet-list.module.css';

/** For finding names typed without their marks: "dong tam" finds "Đồng Tâm". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

const isMine = (sheet: SheetSummary) => sheet.may.includes('sheet.edit');

/** The sheets to fill in come before those to read; otherwise as the server lists them. */
function byTurn(sheets: readonly SheetSummary[]): SheetSummary[] {
  return [...sheets.filter(isMine), ...sheets.filter((sheet) => !isMine(sheet))];
}

/** The sheets this account may open. */
export function SheetListPage() {
  const { campaign = '' } = useParams();
  const { formatMessage } = useIntl();
  useTitle(formatMessage({ id: 'sheets.title' }));
  const sheets = useQuery(sheetsQuery(campaign));
  const board = useQuery({ ...boardQuery(campaign), refetchInterval: false });
  const [wanted, setWanted] = useState('');
  if (sheets.isPending) return <Spin className="page-spin" size="large" />;
  if (sheets.data === undefined) return <Failure error={sheets.error} retry={() => void sheets.refetch()} />;

  const clusters = new Map(board.data?.clusters.map((cluster) => [cluster.code, cluster.name]));
  const shown = byTurn(sheets.data).filter(({ name, unit }) => plain(`${name} ${unit}`).includes(plain(wanted.trim())));
  return (
    <>
      <div className={styles.head}>
        <h1>
          <FormattedMessage id="sheets.title" />
        </h1>
        {sheets.data.length > 10 && (
          <Input.Search
            className={styles.search}
            allowClear
            placeholder={formatMessage({ id: 'sheets.search' })}
            aria-label={formatMessage({ id: 'sheets.search' })}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </div>
      {shown.length === 0 && <Empty description={formatMessage({ id: 'sheets.none' })} />}
      <ul className={styles.list}>
        {shown.map((sheet) => (
          <li key={`${sheet.unit}-${sheet.stage}`}>
            <Link to={sheetPath(campaign, sheet)}>
              <strong>{sheet.name}</strong>
              <span>
                <FormattedMessage id={`stage.${sheet.stage}`} />
              </span>
              <span className="muted">{clusters.get(sheet.cluster) ?? sheet.cluster}</span>
              <span>
                <SheetStatusBadge status={sheet.status} />{' '}
                {!isMine(sheet) && (
                  <span className="muted">
                    <FormattedMessage id="sheets.readOnly" />
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
