import { Button } from 'antd';
import { memo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Sheet, SheetCriterion } from '../../api/types.js';
import { useStageName } from '../../app/use-stage-name.js';
import { formatDecimal } from '../../format/decimal.js';
import { draftOf, isEmpty, type Draft, type DraftError } from './draft.js';
import { DraftText } from './draft-text.js';
import { EvidenceField } from './evidence-field.js';
import { FieldErrors } from './field-errors.js';
import { ReasonLine } from './reason-line.js';
import type { LowerEntry } from './lower-entries.js';
import { ReopenButton } from './reopen-button.js';
import { RuleHint } from './rule-hint.js';
import { ScoredNotes } from './scored-notes.js';
import styles from './sheet.module.css';
import { fieldOfError, valueFieldsOf, type ValueField } from './value-fields.js';
import { ValueInputs } from './value-inputs.js';

interface Props {
  criterion: SheetCriterion;
  inPenalty: boolean;
  /** On the sheet of the first stage. */
  first: boolean;
  editable: boolean;
  draft: Draft;
  errors: readonly DraftError[];
  /** The entries of this criterion at the stages below, e.g. the unit's self-score on the cluster's sheet. */
  lower: LowerEntry[];
  edit(criterion: string, draft: Draft): void;
  sheet: Sheet;
  reopen(criterion: string, reason: string): Promise<void>;
}

export const CriterionRow = memo(
  function CriterionRow({ criterion, inPenalty, first, editable, draft, errors, lower, edit, sheet, reopen }: Props) {
    const change = (part: Partial<Draft>) => edit(criterion.code, { ...draft, ...part });
    const stageName = useStageName();
    const below = lower.at(-1);
    const fields = valueFieldsOf(criterion, draft.texts);
    return (
      <div
        id={`criterion-${criterion.code}`}
        data-criterion={criterion.code}
        data-sign={criterion.sign}
        className={styles.criterion}
      >
        <div className={styles.what}>
          <span className={styles.code}>{criterion.code}</span>
          <div>
            {criterion.name}
            <RuleHint criterion={criterion} inPenalty={inPenalty} />
          </div>
        </div>
        <div role="group" aria-label={`${criterion.code} ${criterion.name}`} className={styles.how}>
          {lower.map(({ stage, entry }) => (
            <div key={stage.code} className={styles.lower}>
              {stageName(stage)}: <DraftText criterion={criterion} draft={draftOf(entry)} />
            </div>
          ))}
          {editable && below !== undefined && (
            <Button type="link" className={styles.take} onClick={() => change({ texts: draftOf(below.entry).texts })}>
              <FormattedMessage id="sheet.take" values={{ stage: stageName(below.stage) }} />
            </Button>
          )}
          {editable && canReopen(sheet, criterion) && (
            <ReopenButton
              criterion={criterion}
              stage={stageName(sheet.stages.find(({ code }) => code === sheet.stage)!)}
              unit={sheet.unit.name}
              reopen={reopen}
            />
          )}
          <ScoredNotes criterion={criterion} stages={sheet.stages} stage={sheet.stage} editable={editable} />
          {editable ? (
            <>
              <ValueInputs criterion={criterion} draft={draft} errors={errors} change={(texts) => change({ texts })} />
              <div className={styles.extras}>
                <EvidenceField
                  criterion={criterion}
                  first={first}
                  evidence={draft.evidence}
                  errors={errors}
                  change={(evidence) => change({ evidence })}
                />
                <ReasonLine
                  criterion={criterion}
                  wanted={below !== undefined && !isEmpty(draft)}
                  reason={draft.reason}
                  errors={errors}
                  change={(reason) => change({ reason })}
                />
              </div>
            </>
          ) : (
            <ClosedEntry criterion={criterion} draft={draft} />
          )}
          <FieldErrors errors={errors.filter((error) => isOfRow(error, fields))} />
        </div>
        <div className={styles.points}>
          <span className={styles.pointsLabel}>
            <FormattedMessage id="sheet.points" />
          </span>
          <span className={styles.pointsValue} data-testid="points">
            {pointsText(criterion)}
          </span>{' '}
          <span className="muted">/ {formatDecimal(criterion.max)}</span>
        </div>
      </div>
    );
  },
  // `lower` is a new list on every render and `edit` a new function, without being different; what is shown of the sheet
  // differs with its criteria, and what is reopened with its version.
  (a, b) =>
    a.criterion === b.criterion &&
    a.draft === b.draft &&
    a.errors === b.errors &&
    a.editable === b.editable &&
    a.sheet.version === b.sheet.version &&
    a.lower.length === b.lower.length &&
    a.lower.every(({ entry }, index) => entry === b.lower[index]?.entry),
);

/** Whether this stage has submitted an entry that a stage below may enter, too. */
function canReopen({ may, stage, stages }: Sheet, { scored, openFrom }: SheetCriterion): boolean {
  const first = stages.findIndex(({ name }) => name === openFrom);
  const isOpenBelow = first < stages.findIndex(({ code }) => code === stage);
  return may.includes('sheet.reopen') && isOpenBelow && scored.some((each) => each.stage === stage);
}

/** A figure that is subtracted has its sign. */
function pointsText({ points, sign }: SheetCriterion): string {
  if (points === null) return '–';
  return `${sign === 'minus' && Number(points) > 0 ? '−' : ''}${formatDecimal(points)}`;
}

/** Whether an error belongs beside no input in particular. */
function isOfRow({ field }: DraftError, fields: readonly ValueField[]): boolean {
  return !/^(evidence|reason)\b/.test(field) && fieldOfError(fields, field) === undefined;
}

/** What stands where nothing can be entered: the entry if there is one, else who is to score it. */
function ClosedEntry({ criterion, draft }: { criterion: SheetCriterion; draft: Draft }) {
  if (criterion.open || !isEmpty(draft)) return <DraftText criterion={criterion} draft={draft} />;
  return (
    <span className="muted">
      <FormattedMessage id="sheet.reserved" values={{ stage: criterion.openFrom }} />
    </span>
  );
}
