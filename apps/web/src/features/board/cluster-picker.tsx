import { Select, Tabs } from 'antd';
import { useIntl } from 'react-intl';
import { useMedia } from '../../app/use-media.js';
import styles from './board.module.css';

interface Props {
  clusters: { code: string; name: string }[];
  active: string | undefined;
  pick(code: string): void;
}

/** Tabs where there is room for the clusters' long names, a list where there is not. */
export function ClusterPicker({ clusters, active, pick }: Props) {
  const { formatMessage } = useIntl();
  const narrow = useMedia('(max-width: 900px)');
  if (clusters.length === 1) return <h2>{clusters[0]?.name}</h2>;
  if (narrow) {
    return (
      <Select
        className={styles.pick}
        size="large"
        value={active}
        onChange={pick}
        aria-label={formatMessage({ id: 'board.cluster' })}
        options={clusters.map(({ code, name }) => ({ value: code, label: name }))}
      />
    );
  }
  return (
    <Tabs
      activeKey={active}
      onChange={pick}
      tabBarStyle={{ marginBottom: 6 }}
      items={clusters.map(({ code, name }) => ({ key: code, label: name }))}
    />
  );
}
