import { useQuery } from '@tanstack/react-query';
import { Empty, Spin } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams, useSearchParams } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { sheetsQuery } from '../../api/sheets.js';
import type { SheetSummary } from '../../api/types.js';
import { Failure } from '../../app/failure.js';
import { RoundPicker } from '../../app/round-picker.js';
import { useTitle } from '../../app/use-title.js';
import { useStageName } from '../../app/use-stage-name.js';
import { sheetPath } from '../../app/sheet-path.js';
import { filterOf, isAskedFor, withFilter } from './sheet-filter.js';
import { SheetFilters } from './sheet-filters.js';
import { SheetStatusBadge } from './sheet-status-badge.js';
import styles from './sheet-list.module.css';

/** With more than these something is looked for. */
const FEW = 10;

const isMine = (sheet: SheetSummary) => sheet.may.includes('sheet.edit');

/** The sheets to fill in come before those to read; otherwise as the server lists them. */
function byTurn(sheets: readonly SheetSummary[]): SheetSummary[] {
  return [...sheets.filter(isMine), ...sheets.filter((sheet) => !isMine(sheet))];
}

/** The rounds that the sheets are of, in file order; none where the campaign has none. */
function roundsOf(sheets: readonly SheetSummary[]): { code: string; name: string }[] {
  const rounds = new Map(sheets.flatMap(({ round, roundName }) => (roundName === null ? [] : [[round, roundName]])));
  return [...rounds].map(([code, name]) => ({ code, name }));
}

/** The first round in which something waits for this person, else the last one. */
function roundOfTurn(sheets: readonly SheetSummary[]): string {
  const waiting = sheets.find((sheet) => isMine(sheet) && sheet.status !== 'submitted');
  return (waiting ?? sheets.at(-1))?.round ?? '';
}

/** The sheets this account may open, those of one round at a time. */
export function SheetListPage() {
  const { campaign = '' } = useParams();
  const { formatMessage } = useIntl();
  useTitle(formatMessage({ id: 'sheets.title' }));
  const sheets = useQuery(sheetsQuery(campaign));
  const board = useQuery({ ...boardQuery(campaign), refetchInterval: false });
  const [search, setSearch] = useSearchParams();
  const stageName = useStageName();
  if (sheets.isPending) return <Spin className="page-spin" size="large" />;
  if (sheets.data === undefined) return <Failure error={sheets.error} retry={() => void sheets.refetch()} />;

  const clusters = new Map(board.data?.clusters.map((cluster) => [cluster.code, cluster.name]));
  const rounds = roundsOf(sheets.data);
  const asked = search.get('round');
  const round = rounds.some(({ code }) => code === asked) ? asked : roundOfTurn(sheets.data);
  const ofRound = sheets.data.filter((sheet) => sheet.round === round);
  const filter = filterOf(search);
  const shown = byTurn(ofRound).filter((sheet) => isAskedFor(sheet, filter));
  const inRound = (code: string) => {
    const next = new URLSearchParams(search);
    next.set('round', code);
    return `?${next.toString()}`;
  };
  return (
    <>
      <div className={styles.head}>
        <h1>
          <FormattedMessage id="sheets.title" />
        </h1>
        <span className="muted" role="status">
          <FormattedMessage id="sheets.count" values={{ shown: shown.length, all: ofRound.length }} />
        </span>
      </div>
      <RoundPicker rounds={rounds} active={round ?? ''} pathOf={inRound} />
      {ofRound.length > FEW && (
        <SheetFilters
          sheets={ofRound}
          clusters={clusters}
          filter={filter}
          ask={(key, value) =>
            // The one before is in no need to be gone back to: Back leads to the page before the list.
            setSearch((before) => withFilter(before, key, value), { replace: true, preventScrollReset: true })
          }
        />
      )}
      {shown.length === 0 && <Empty description={formatMessage({ id: 'sheets.none' })} />}
      <ul className={styles.list}>
        {shown.map((sheet) => (
          <li key={`${sheet.unit}-${sheet.stage}-${sheet.round}`}>
            <Link to={sheetPath(campaign, sheet)}>
              <strong>{sheet.name}</strong>
              <span>{stageName({ code: sheet.stage, name: sheet.stageName })}</span>
              <span className="muted">{clusters.get(sheet.cluster) ?? sheet.cluster}</span>
              <span>
                <SheetStatusBadge status={sheet.status} mine={isMine(sheet)} />{' '}
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
