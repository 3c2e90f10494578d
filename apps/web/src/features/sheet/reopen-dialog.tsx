import { App } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Sheet, SheetCriterion } from '../../api/types.js';
import { ReasonDialog } from '../../app/reason-dialog.js';
import { useStageName } from '../../app/use-stage-name.js';
import { formatMoment } from '../../format/date.js';
import { criteriaOf } from './collect-entries.js';

interface Props {
  /** Code of the criterion. */
  criterion: string;
  /** As it was last read. */
  sheet: Sheet;
  reopen(criterion: string, reason: string): Promise<void>;
  close(): void;
}

/** Whether this stage has submitted an entry that a stage below may enter, too. */
export function canReopen({ may, stage, stages }: Sheet, { scored, openFrom }: SheetCriterion): boolean {
  const first = stages.findIndex(({ name }) => name === openFrom);
  const isOpenBelow = first < stages.findIndex(({ code }) => code === stage);
  return may.includes('sheet.reopen') && isOpenBelow && scored.some((each) => each.stage === stage);
}

/**
 * Takes back what this stage has entered for one criterion, so that the unit may correct it. Asked on the page, not in the
 * criterion's row: that no longer offers it once somebody else has reopened it.
 */
export function ReopenDialog({ criterion: code, sheet, reopen, close }: Props) {
  const { formatMessage } = useIntl();
  const { message } = App.useApp();
  const stageName = useStageName();
  const stage = stageName(sheet.stages.find((each) => each.code === sheet.stage)!);
  const unit = sheet.unit.name;
  const criterion = criteriaOf(sheet).find((each) => each.code === code);
  const send = async (reason: string) => {
    await reopen(code, reason);
    message.success(formatMessage({ id: 'reopen.done' }, { criterion: code, unit }));
  };
  const gone = criterion === undefined || !canReopen(sheet, criterion);
  const by = criterion?.reopened;
  return (
    <ReasonDialog
      title={formatMessage({ id: 'reopen.title' }, { criterion: code })}
      verb={formatMessage({ id: 'reopen.action' })}
      about={['reopen', sheet.campaign, sheet.unit.code, sheet.stage, sheet.round, code]}
      required
      danger
      send={send}
      ended={
        !gone
          ? null
          : {
              title: formatMessage({ id: 'reopen.gone' }),
              text: by
                ? formatMessage({ id: 'reopen.justReopened' }, { by: by.by, at: formatMoment(by.at) })
                : formatMessage({ id: 'answer.rightGone' }),
            }
      }
      close={close}
    >
      <p>
        <FormattedMessage id="reopen.text" values={{ stage, unit, name: criterion?.name ?? code }} />
      </p>
    </ReasonDialog>
  );
}
