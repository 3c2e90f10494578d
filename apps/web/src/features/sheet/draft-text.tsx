import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDecimal, inLanguage, parseDecimal } from '../../format/decimal.js';
import { textOf } from '../../format/words.js';
import { useLanguage } from '../../i18n/language-provider.js';
import { doneOf, isEmpty, type Draft } from './draft.js';
import styles from './sheet.module.css';
import { valueFieldsOf, type ValueField } from './value-fields.js';

type Texts = Draft['texts'];

/** A figure as it reads on paper; what is no figure yet, as it was typed. */
function figure(text: string): string {
  const parsed = parseDecimal(text);
  return parsed.ok ? formatDecimal(parsed.value) : inLanguage(text);
}

/** An entry in words, for reading: on closed sheets, for lower stages, and where two versions are compared. */
export function DraftText({ criterion, draft }: { criterion: SheetCriterion | null; draft: Draft }) {
  if (isEmpty(draft)) {
    return (
      <span className="muted">
        <FormattedMessage id="sheet.nothing" />
      </span>
    );
  }
  return (
    <span className={styles.text}>
      {criterion === null ? (
        Object.values(draft.texts).map(figure).join('; ')
      ) : (
        <ValuesText fields={valueFieldsOf(criterion, draft.texts)} texts={draft.texts} target={criterion.plan} />
      )}
      {draft.evidence.map((line, index) => (
        <span key={index} className={styles.quoted}>
          <FormattedMessage id="text.evidence" values={{ line }} />
        </span>
      ))}
      {draft.reason && (
        <span className={styles.quoted}>
          <FormattedMessage id="text.reason" values={{ reason: draft.reason }} />
        </span>
      )}
    </span>
  );
}

interface Values {
  fields: ValueField[];
  texts: Texts;
  /** The plan given beforehand. */
  target: string | null;
}

function ValuesText({ fields, texts, target }: Values) {
  const { language } = useLanguage();
  const single = fields.filter(({ at }) => at === undefined);
  const rows = [...new Set(fields.flatMap(({ at }) => at?.row ?? []))];
  // One of several figures is told with its name: how many of what, and the inputs of a formula.
  const named = single.filter(({ path }) => path.length > 1 && (texts[path.join('.')] ?? '') !== '');
  return (
    <>
      {single
        .filter(({ path }) => path.length === 1)
        .map((field) => (
          <OneText key={field.key} field={field} texts={texts} target={target} />
        ))}
      {named.map(({ key, label }) => `${textOf(label, language)}: ${figure(texts[key]!)}`).join('; ')}
      {rows.map((row) => (
        <RowText key={row} row={row} fields={fields.filter(({ at }) => at?.row === row)} texts={texts} />
      ))}
    </>
  );
}

function OneText({ field, texts, target }: Omit<Values, 'fields'> & { field: ValueField }) {
  const text = texts[field.key] ?? '';
  if (text === '' || field.key === 'plan') return null;
  if (field.kind === 'checklist') return <DoneText options={field.options ?? []} done={doneOf(text)} />;
  if (field.key === 'points') return <FormattedMessage id="text.points" values={{ points: figure(text) }} />;
  if (field.key === 'count') return <FormattedMessage id="text.count" values={{ count: figure(text) }} />;
  const plan = texts['plan'] || (target ?? '').replace('.', ',');
  return (
    <>
      <strong>{field.kind === 'choice' ? text : figure(text)}</strong>
      {field.key === 'actual' && plan !== '' && (
        <>
          {' '}
          <FormattedMessage id="value.ofPlan" values={{ plan: figure(plan) }} />
        </>
      )}
    </>
  );
}

/** What was done of a checklist, each item with its points. */
function DoneText({ options, done }: { options: NonNullable<ValueField['options']>; done: readonly string[] }) {
  const { formatMessage } = useIntl();
  if (done.length === 0) return <FormattedMessage id="value.nothingDone" />;
  const texts = done.map((label) => {
    const points = options.find((option) => option.label === label)?.points;
    return points === undefined
      ? label
      : formatMessage({ id: 'value.option' }, { label, points: formatDecimal(points) });
  });
  return <FormattedMessage id="text.done" values={{ items: texts.join(', ') }} />;
}

/** A row of figures, as the inputs number them; or who gave a figure, and the figure. */
function RowText({ row, fields, texts }: { row: number; fields: ValueField[]; texts: Texts }) {
  const [first, second] = fields.map(({ key }) => texts[key] ?? '');
  if (!first && !second) return null;
  if (fields[0]?.kind === 'name') {
    return (
      <span className={styles.item}>
        {first || '–'}: <strong>{figure(second || '–')}</strong>
      </span>
    );
  }
  return (
    <span className={styles.item}>
      {row + 1}. <strong>{figure(first || '–')}</strong>{' '}
      <FormattedMessage id="value.ofPlan" values={{ plan: figure(second || '–') }} />
    </span>
  );
}
