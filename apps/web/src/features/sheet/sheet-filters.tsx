import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { SheetSummary } from '../../api/types.js';
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

/** What to show of a long list: by name, state, cluster and stage, each only where there is something to choose. */
export function SheetFilters({ sheets, clusters, filter, ask }: Props) {
  const { formatMessage } = useIntl();
  const stageName = useStageName();
  // Typed here first: a letter composed of several keys must not go through the address between them.
  const [typed, setTyped] = useState(filter.q);
  useEffect(() => setTyped(filter.q), [filter.q]);
  const statuses = STATUSES.filter((status) => sheets.some((sheet) => sheet.status === status));
  const choices = {
    status: statuses.map((status) => ({ value: status, label: formatMessage({ id: `sheetStatus.${status}` }) })),
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
