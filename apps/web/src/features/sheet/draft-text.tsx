import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDecimal, parseDecimal } from '../../format/decimal.js';
import { formatInputName } from '../../format/formula.js';
import { doneOf, isEmpty, type Draft } from './draft.js';
import styles from './sheet.module.css';
import { rowsOf } from './value-fields.js';

/** A figure as it reads on paper; what is no figure yet, as it was typed. */
function figure(text: string): string {
  const parsed = parseDecimal(text);
  return parsed.ok ? formatDecimal(parsed.value) : text;
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
  const { points, actual, plan, count, choice, on, done } = draft.texts;
  return (
    <span className={styles.text}>
      {points && <FormattedMessage id="text.points" values={{ points: figure(points) }} />}
      {actual && <strong>{figure(actual)}</strong>}
      {actual && (plan || criterion?.plan) && (
        <>
          {' '}
          <FormattedMessage
            id="value.ofPlan"
            values={{ plan: figure(plan || (criterion?.plan ?? '').replace('.', ',')) }}
          />
        </>
      )}
      {count && <FormattedMessage id="text.count" values={{ count: figure(count) }} />}
      {choice && <strong>{choice}</strong>}
      {on && <strong>{on}</strong>}
      {done && <DoneText criterion={criterion} done={doneOf(done)} />}
      <ItemsText texts={draft.texts} />
      {labelled(draft.texts)}
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

/** What was done of a checklist, each item with its points where the scale is known. */
function DoneText({ criterion, done }: { criterion: SheetCriterion | null; done: readonly string[] }) {
  const { formatMessage } = useIntl();
  if (done.length === 0) return <FormattedMessage id="value.nothingDone" />;
  const items = (criterion?.rule['items'] ?? {}) as Record<string, string | number>;
  const texts = done.map((label) =>
    Object.hasOwn(items, label)
      ? formatMessage({ id: 'value.option' }, { label, points: formatDecimal(String(items[label])) })
      : label,
  );
  return <FormattedMessage id="text.done" values={{ items: texts.join(', ') }} />;
}

/** Rows of results against targets, as the inputs number them. */
function ItemsText({ texts }: { texts: Draft['texts'] }) {
  const rows = Array.from({ length: rowsOf(texts) }, (_, row) => ({
    actual: texts[`items.${row}.actual`],
    plan: texts[`items.${row}.plan`],
  }));
  return rows.map(
    ({ actual, plan }, row) =>
      (actual || plan) && (
        <span key={row} className={styles.item}>
          {row + 1}. <strong>{figure(actual || '–')}</strong>{' '}
          <FormattedMessage id="value.ofPlan" values={{ plan: figure(plan || '–') }} />
        </span>
      ),
  );
}

/** The figures that have a label each: how many of what, and the inputs of a formula. */
function labelled(texts: Draft['texts']): string {
  return Object.entries(texts)
    .flatMap(([key, text]) => {
      const [, kind, label = ''] = /^(tally|inputs)\.(.+)$/s.exec(key) ?? [];
      if (kind === undefined || text === '') return [];
      return [`${kind === 'inputs' ? formatInputName(label) : label}: ${figure(text)}`];
    })
    .join('; ');
}
