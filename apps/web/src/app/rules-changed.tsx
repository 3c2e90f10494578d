import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { onOtherRules } from '../api/live-events.js';

/** Says on every open page of a campaign that other rules came into force, until the person has taken note. */
export function RulesChanged({ campaign }: { campaign: string }) {
  const [changed, setChanged] = useState(false);
  useEffect(() => onOtherRules((other) => other === campaign && setChanged(true)), [campaign]);
  if (!changed) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable
      data-testid="rules-changed"
      onClose={() => setChanged(false)}
      title={<FormattedMessage id="rules.changedTitle" />}
      description={<FormattedMessage id="rules.changedText" />}
    />
  );
}
