import { FormattedMessage, useIntl } from 'react-intl';
import type { Sheet, SheetCriterion } from '../../api/types.js';
import { useStageName } from '../../app/use-stage-name.js';
import { formatMoment } from '../../format/date.js';
import { draftOf } from './draft.js';
import { DraftText } from './draft-text.js';
import styles from './sheet.module.css';

interface Props {
  criterion: SheetCriterion;
  sheet: Sheet;
  editable: boolean;
}

/** Who above has scored the criterion, told before anybody types in vain, and how; and who opened it again, and why. */
export function ScoredNotes({ criterion, sheet, editable }: Props) {
  const { stages, stage } = sheet;
  const stageName = useStageName();
  const { formatMessage } = useIntl();
  const level = stages.findIndex(({ code }) => code === stage);
  const nameOf = (code: string) => stageName(stages.find((each) => each.code === code) ?? { code, name: code });
  const above = criterion.scored.filter((each) => stages.findIndex(({ code }) => code === each.stage) > level);
  const entryOf = (code: string) =>
    sheet.higherEntries.find((entry) => entry.stage === code && entry.criterion === criterion.code);
  const { reopened } = criterion;
  return (
    <>
      {above.map((each) => (
        <div key={each.stage} className={styles.scored} data-testid={`scored-${criterion.code}`}>
          <FormattedMessage
            id="sheet.scoredAbove"
            values={{
              stage: nameOf(each.stage),
              by: <strong>{each.by ?? formatMessage({ id: 'sheet.byFile' })}</strong>,
              at: formatMoment(each.at),
            }}
          />{' '}
          {editable && (
            <FormattedMessage
              id={each.by === null ? 'sheet.askStage' : 'sheet.askThem'}
              values={{ stage: nameOf(each.stage) }}
            />
          )}
          {entryOf(each.stage) !== undefined && (
            <div data-testid={`above-${criterion.code}`}>
              {nameOf(each.stage)}: <DraftText criterion={criterion} draft={draftOf(entryOf(each.stage))} />
            </div>
          )}
        </div>
      ))}
      {reopened !== null && (
        <div className={styles.reopened} data-testid={`reopened-${criterion.code}`}>
          <FormattedMessage
            id="sheet.reopened"
            values={{
              stage: nameOf(reopened.stage),
              by: <strong>{reopened.by}</strong>,
              at: formatMoment(reopened.at),
              reason: reopened.reason,
            }}
          />
        </div>
      )}
    </>
  );
}
