import { FormattedMessage } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDecimal, parseDecimal } from '../../format/decimal.js';
import { isEmpty, type Draft } from './draft.js';
import styles from './sheet.module.css';

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
  const { points, actual, plan, count, choice } = draft.texts;
  const tally = Object.entries(draft.texts).filter(([key, text]) => key.startsWith('tally.') && text !== '');
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
      {tally.map(([key, text]) => `${key.slice('tally.'.length)}: ${text}`).join('; ')}
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
