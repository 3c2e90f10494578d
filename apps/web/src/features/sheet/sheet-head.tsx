import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { Sheet } from '../../api/types.js';
import { useStageName } from '../../app/use-stage-name.js';
import { RoundPicker } from '../../app/round-picker.js';
import { useTitle } from '../../app/use-title.js';
import { formatMoment } from '../../format/date.js';
import { formatDecimal } from '../../format/decimal.js';
import { sheetPath } from '../../app/sheet-path.js';
import { SheetStatusBadge } from './sheet-status-badge.js';
import styles from './sheet.module.css';

interface Props {
  sheet: Sheet;
  editable: boolean;
  /** Somebody else has saved since this form was opened, and the form holds changes of its own. */
  newerVersion: boolean;
}

export function SheetHead({ sheet, editable, newerVersion }: Props) {
  const { formatMessage } = useIntl();
  const stageName = useStageName();
  const stage = sheet.stages.find(({ code }) => code === sheet.stage)!;
  const title = formatMessage({ id: 'sheet.title' }, { stage: stageName(stage), unit: sheet.unit.name });
  useTitle(title);
  const board = `/campaigns/${encodeURIComponent(sheet.campaign)}?cluster=${encodeURIComponent(sheet.cluster.code)}`;
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <p className={styles.facts}>
        <Link to={board} className="target">
          {sheet.cluster.name}
        </Link>
        <SheetStatusBadge status={sheet.status} mine={editable} />
        {sheet.submittedAt !== null && (
          <span className="muted">
            <FormattedMessage id="sheet.submittedAt" values={{ at: formatMoment(sheet.submittedAt) }} />
          </span>
        )}
      </p>
      {stage.weight !== null && (
        <p className="muted" data-testid="stage-weights">
          <FormattedMessage
            id="sheet.weights"
            values={{
              weights: sheet.stages.map((each) => `${stageName(each)} ${formatDecimal(each.weight ?? '1')}`).join('; '),
            }}
          />
        </p>
      )}
      <RoundPicker
        rounds={sheet.rounds}
        active={sheet.round}
        pathOf={(round) => sheetPath(sheet.campaign, { unit: sheet.unit.code, stage: sheet.stage, round })}
      />
      {!editable && (
        <Alert className="no-print" type="info" showIcon title={<FormattedMessage id="sheet.readOnly" />} />
      )}
      {newerVersion && (
        <Alert className="no-print" type="warning" showIcon title={<FormattedMessage id="sheet.newer" />} />
      )}
    </header>
  );
}
