import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { SheetStatus, SheetSummary } from '../../api/types.js';
import { useStageName } from '../../app/use-stage-name.js';
import { STATUSES, type SheetFilter } from './sheet-filter.js';
import styles from './sheet-list.module.css';

interface Props {
  sheets: readonly SheetSummary[];
  /** By code. */
  clusters: ReadonlyMap<string, string>;
  filter: SheetFilter;
  ask(key: keyof SheetFilter, value: string): void;
}

/** One item for each code, in their order. */
function distinct<T>(items: readonly T[], codeOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [codeOf(item), item])).values()];
}

/** What the badges of the sheets in a state say: of one's own that nothing is entered, of others' that it is not submitted. */
function wordOf(status: SheetStatus, sheets: readonly SheetSummary[]) {
  if (status !== 'empty') return `sheetStatus.${status}` as const;
  const empty = sheets.filter((sheet) => sheet.status === 'empty');
  const mine = empty.filter(({ may }) => may.includes('sheet.edit')).length;
  if (mine > 0 && mine < empty.length) return 'sheets.emptyEither';
  return mine > 0 ? 'sheetStatus.empty' : 'sheetStatus.notSubmitted';
}

/** What to show of a long list: by name, state, cluster and stage, each only where there is something to choose. */
export function SheetFilters({ sheets, clusters, filter, ask }: Props) {
  const { formatMessage } = useIntl();
  const stageName = useStageName();
  // Typed here first: a letter composed of several keys must not go through the address between them.
  const [typed, setTyped] = useState(filter.q);
  useEffect(() => setTyped(filter.q), [filter.q]);
  const statuses = STATUSES.filter((status) => sheets.some((sheet) => sheet.status === status));
  const choices = {
    status: statuses.map((status) => ({ value: status, label: formatMessage({ id: wordOf(status, sheets) }) })),
    cluster: distinct(sheets, ({ cluster }) => cluster).map(({ cluster }) => ({
      value: cluster,
      label: clusters.get(cluster) ?? cluster,
    })),
    stage: distinct(sheets, ({ stage }) => stage).map(({ stage, stageName: name }) => ({
      value: stage,
      label: stageName({ code: stage, name }),
    })),
  };
  return (
    <div className={styles.filters} role="search">
      <Input
        type="search"
        className={styles.search}
        value={typed}
        data-testid="sheet-search"
        placeholder={formatMessage({ id: 'sheets.search' })}
        aria-label={formatMessage({ id: 'sheets.search' })}
        onChange={({ target: { value } }) => {
          setTyped(value);
          ask('q', value);
        }}
      />
      {(['status', 'cluster', 'stage'] as const).map(
        (key) =>
          (choices[key].length > 1 || filter[key] !== '') && (
            <Select
              key={key}
              className={styles.choice}
              popupMatchSelectWidth={false}
              data-testid={`sheet-filter-${key}`}
              aria-label={formatMessage({ id: `sheets.by.${key}` })}
              value={filter[key]}
              options={[{ value: '', label: formatMessage({ id: `sheets.all.${key}` }) }, ...choices[key]]}
              onChange={(value) => ask(key, value)}
            />
          ),
      )}
    </div>
  );
}
