import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import type { DraftError } from './draft.js';
import { FieldErrors } from './field-errors.js';
import styles from './sheet.module.css';

interface Props {
  criterion: SheetCriterion;
  /** On the sheet of the first stage, where some criteria need it. */
  first: boolean;
  evidence: readonly string[];
  errors: readonly DraftError[];
  change(evidence: string[]): void;
}

/** The documents a figure rests on, a line each. A unit's own score of some criteria needs at least one. */
export function EvidenceField({ criterion, first, evidence, errors, change }: Props) {
  const { formatMessage } = useIntl();
  const required = first && criterion.evidence === 'required';
  const mine = errors.filter(({ field }) => field.startsWith('evidence'));
  const lines = required && evidence.length === 0 ? [''] : evidence;
  const put = (index: number, text: string) => change(lines.map((line, at) => (at === index ? text : line)));
  return (
    <>
      {lines.length > 0 && (
        <span className={styles.fieldLabel}>
          <FormattedMessage id={required ? 'evidence.required' : 'evidence.optional'} />
        </span>
      )}
      {lines.map((line, index) => (
        <div key={index} className={styles.evidenceLine}>
          <Input
            maxLength={1000}
            value={line}
            data-testid={`evidence-${criterion.code}-${index}`}
            status={mine.length > 0 ? 'error' : undefined}
            aria-invalid={mine.length > 0}
            aria-required={required && index === 0}
            placeholder={formatMessage({ id: 'evidence.form' })}
            aria-label={formatMessage({ id: 'evidence.label' }, { n: index + 1, criterion: criterion.code })}
            onChange={(event) => put(index, event.target.value)}
          />
          {evidence.length > 0 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={formatMessage({ id: 'evidence.remove' }, { n: index + 1, criterion: criterion.code })}
              onClick={() => change(lines.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <FieldErrors errors={mine} />
      <Button type="link" icon={<PlusOutlined />} className={styles.add} onClick={() => change([...lines, ''])}>
        <FormattedMessage id="evidence.add" />
      </Button>
    </>
  );
}
