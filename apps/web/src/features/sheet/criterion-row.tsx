import { Button } from 'antd';
import { memo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Sheet, SheetCriterion } from '../../api/types.js';
import { useStageName } from '../../app/use-stage-name.js';
import { formatDecimal } from '../../format/decimal.js';
import { draftOf, emptyDraft, isEmpty, sameTexts, type Draft, type DraftError } from './draft.js';
import { DraftText } from './draft-text.js';
import { EvidenceField } from './evidence-field.js';
import { FieldErrors } from './field-errors.js';
import { ReasonLine } from './reason-line.js';
import type { LowerEntry } from './lower-entries.js';
import { canReopen } from './reopen-dialog.js';
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
  /** What was submitted of this criterion. */
  submitted: Draft;
  /** Asks for the reason to reopen a criterion. */
  askReopen(criterion: string): void;
}

export const CriterionRow = memo(
  function CriterionRow(props: Props) {
    const { criterion, inPenalty, first, editable, draft, errors, lower, edit, sheet, submitted, askReopen } = props;
    const change = (part: Partial<Draft>) => edit(criterion.code, { ...draft, ...part });
    const stageName = useStageName();
    const below = lower.at(-1);
    const fields = valueFieldsOf(criterion, draft.texts);
    // The points are of what was submitted, whatever is typed or saved since.
    const pending = editable && !sameTexts(submitted, draft);
    const figures = { ...emptyDraft, texts: submitted.texts };
    const isAbove = isScoredAbove(sheet, criterion);
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
            <Button
              type="link"
              className={styles.take}
              data-testid={`reopen-${criterion.code}`}
              onClick={() => askReopen(criterion.code)}
            >
              <FormattedMessage id="reopen.action" />
            </Button>
          )}
          <ScoredNotes criterion={criterion} sheet={sheet} editable={editable} />
          {pending && !isEmpty(figures) && (
            <div className={styles.lower} data-testid={`submitted-${criterion.code}`}>
              <FormattedMessage id="sheet.wasSubmitted" />: <DraftText criterion={criterion} draft={figures} />{' '}
              <Button type="link" className={styles.take} onClick={() => change({ texts: figures.texts })}>
                <FormattedMessage id="sheet.backToSubmitted" />
              </Button>
            </div>
          )}
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
          {pending && criterion.points !== null && !isAbove && (
            <div className={styles.pending} data-testid={`pending-${criterion.code}`}>
              <FormattedMessage id="sheet.pointsOfSubmitted" />
            </div>
          )}
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
    a.submitted === b.submitted &&
    a.lower.length === b.lower.length &&
    a.lower.every(({ entry }, index) => entry === b.lower[index]?.entry),
);

/** Whether a stage above has scored the criterion: then the points are of its figure. */
function isScoredAbove({ stage, stages }: Sheet, { scored }: SheetCriterion): boolean {
  const above = stages.slice(stages.findIndex(({ code }) => code === stage) + 1);
  return scored.some((each) => above.some(({ code }) => code === each.stage));
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
