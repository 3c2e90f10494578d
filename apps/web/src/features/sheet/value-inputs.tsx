import { Input, Select } from 'antd';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDecimal, parseDecimal } from '../../format/decimal.js';
import type { Draft, DraftError } from './draft.js';
import { FieldErrors } from './field-errors.js';
import styles from './sheet.module.css';
import { givenPlanOf, valueFieldsOf, type ValueField } from './value-fields.js';

interface Props {
  criterion: SheetCriterion;
  draft: Draft;
  errors: readonly DraftError[];
  change(texts: Draft['texts']): void;
}

/** The inputs that the criterion's kind of rule needs, each with its error beside it. */
export function ValueInputs({ criterion, draft, errors, change }: Props) {
  const fields = valueFieldsOf(criterion);
  if (fields === null) {
    return (
      <span className="muted">
        <FormattedMessage id="sheet.byFileOnly" />
      </span>
    );
  }
  // An error on the whole of a tally belongs beside its first label.
  const mine = (field: ValueField, first: boolean) =>
    errors.filter((error) => error.field === field.key || (first && error.field === field.key.split('.')[0]));
  return (
    <div className={styles.values}>
      {fields.map((field, index) => (
        <OneValue
          key={field.key}
          criterion={criterion}
          field={field}
          text={draft.texts[field.key] ?? ''}
          errors={mine(field, index === 0)}
          change={(text) => change({ ...draft.texts, [field.key]: text })}
        />
      ))}
    </div>
  );
}

function testIdOf(criterion: string, field: ValueField): string {
  if (field.key === 'plan') return `plan-${criterion}`;
  return field.label === undefined ? `value-${criterion}` : `value-${criterion}-${field.label}`;
}

interface OneProps {
  criterion: SheetCriterion;
  field: ValueField;
  text: string;
  errors: readonly DraftError[];
  change(text: string): void;
}

function OneValue({ criterion, field, text, errors, change }: OneProps) {
  const id = useId();
  const { formatMessage } = useIntl();
  const plan = field.key === 'actual' ? givenPlanOf(criterion) : null;
  const shared = {
    id,
    'data-testid': testIdOf(criterion.code, field),
    status: errors.length > 0 ? ('error' as const) : undefined,
    'aria-invalid': errors.length > 0,
    'aria-describedby': errors.length > 0 ? `${id}-errors` : undefined,
  };
  return (
    <div className={styles.value}>
      <label htmlFor={id}>{field.label ?? <FormattedMessage id={`value.${field.key as 'points'}`} />}</label>
      {field.kind === 'choice' ? (
        <Select
          {...shared}
          className={styles.select}
          allowClear
          value={text === '' ? undefined : text}
          placeholder={formatMessage({ id: 'value.choose' })}
          onChange={(label?: string) => change(label ?? '')}
          options={field.options?.map(({ label, points }) => ({
            value: label,
            label: formatMessage({ id: 'value.option' }, { label, points: formatDecimal(points) }),
          }))}
        />
      ) : (
        <Input
          {...shared}
          className={styles.figure}
          inputMode={field.kind === 'count' ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {plan !== null && (
        <span className="muted nowrap">
          <FormattedMessage id="value.ofPlan" values={{ plan: formatDecimal(plan) }} />
        </span>
      )}
      {field.kind === 'decimal' && <ReadAs text={text} />}
      <FieldErrors id={`${id}-errors`} errors={errors} />
    </div>
  );
}

/** Says how a figure with dots was understood, because in some countries the dot is the decimal sign. */
function ReadAs({ text }: { text: string }) {
  const parsed = parseDecimal(text);
  if (!text.includes('.') || !parsed.ok) return null;
  return (
    <span className="muted">
      <FormattedMessage id="value.readAs" values={{ value: parsed.value.replace('.', ',') }} />
    </span>
  );
}
