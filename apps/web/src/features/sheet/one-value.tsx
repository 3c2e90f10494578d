import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, parseDay } from '../../format/date.js';
import { ambiguity, formatDecimal, inLanguage } from '../../format/decimal.js';
import { textOf } from '../../format/words.js';
import { useLanguage } from '../../i18n/language-provider.js';
import { ChecklistInput } from './checklist-input.js';
import type { DraftError } from './draft.js';
import { FieldErrors } from './field-errors.js';
import styles from './sheet.module.css';
import type { ValueField } from './value-fields.js';

interface Props {
  /** Its code. */
  criterion: string;
  field: ValueField;
  text: string;
  /** Takes the focus when it appears. */
  focused: boolean;
  errors: readonly DraftError[];
  change(text: string): void;
}

/** `value-I.1` where there is one figure, else with what it is: `value-I.1-đúng hạn`, `value-I.1-0-plan`. */
function testIdOf(criterion: string, { key, path, at }: ValueField): string {
  if (at !== undefined) return ['value', criterion, ...key.slice(at.base.length + 1).split('.')].join('-');
  return key === 'plan' ? `plan-${criterion}` : ['value', criterion, ...path.slice(1)].join('-');
}

/** One input with its label, and beside it how it is understood and what is wrong with it. */
export function OneValue({ criterion, field, text, focused, errors, change }: Props) {
  const id = useId();
  const { formatMessage } = useIntl();
  const shared = {
    id,
    'data-testid': testIdOf(criterion, field),
    status: errors.length > 0 ? ('error' as const) : undefined,
    'aria-invalid': errors.length > 0,
    'aria-describedby': errors.length > 0 ? `${id}-errors` : undefined,
  };
  const { language } = useLanguage();
  const label = textOf(field.label, language);
  // Only what was typed is in doubt, not what is shown of what is stored.
  const [typed, setTyped] = useState<string>();
  const take = (value: string) => {
    setTyped(value);
    change(value);
  };
  return (
    <div className={styles.value}>
      {field.kind === 'checklist' ? (
        <ChecklistInput
          id={id}
          label={label}
          criterion={criterion}
          items={field.options ?? []}
          text={text}
          wrong={errors.length > 0}
          change={change}
        />
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {field.kind === 'choice' && (
        <Select
          {...shared}
          className={styles.select}
          allowClear
          value={text === '' ? undefined : text}
          placeholder={formatMessage({ id: 'value.choose' })}
          onChange={(chosen?: string) => change(chosen ?? '')}
          options={field.options?.map(({ label: value, points }) => ({
            value,
            label: formatMessage({ id: 'value.option' }, { label: value, points: formatDecimal(points) }),
          }))}
        />
      )}
      {field.kind === 'name' && (
        <Input
          {...shared}
          className={styles.name}
          maxLength={200}
          autoComplete="off"
          autoFocus={focused}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {(field.kind === 'decimal' || field.kind === 'count' || field.kind === 'day') && (
        <Input
          {...shared}
          className={field.kind === 'day' ? styles.day : styles.figure}
          inputMode={field.kind === 'decimal' ? 'decimal' : 'numeric'}
          placeholder={
            field.kind === 'day' ? formatMessage({ id: 'value.dayForm' }) : formatDecimal(field.otherwise ?? '')
          }
          autoComplete="off"
          autoFocus={focused}
          value={field.kind === 'day' ? text : inLanguage(text)}
          onChange={({ target: { value } }) => take(field.kind === 'day' ? value : inLanguage(value))}
        />
      )}
      {field.ofPlan !== undefined && (
        <span className="muted nowrap">
          <FormattedMessage id="value.ofPlan" values={{ plan: formatDecimal(field.ofPlan) }} />
        </span>
      )}
      {typed === text && <ReadAs kind={field.kind} text={text} />}
      <FieldErrors id={`${id}-errors`} errors={errors} />
    </div>
  );
}

/** Says how a figure that may be read in two ways was understood, and a day that was not typed in full. */
function ReadAs({ kind, text }: { kind: ValueField['kind']; text: string }) {
  if (kind === 'day') {
    const day = parseDay(text);
    if (!day.ok || formatDay(day.value) === text.trim()) return null;
    return <Echo id="value.readAs" value={formatDay(day.value)} />;
  }
  const read = ambiguity(text);
  // A count with a comma is none, and says so when it is saved.
  if (read === null || (kind === 'count' && read.mark === 'comma')) return null;
  const id = read.mark === 'dot' ? 'value.dotIsThousands' : 'value.commaIsDecimal';
  return <Echo id={id} value={formatDecimal(read.value)} />;
}

function Echo(message: { id: 'value.readAs' | 'value.dotIsThousands' | 'value.commaIsDecimal'; value: string }) {
  return (
    <span className="muted nowrap">
      <FormattedMessage id={message.id} values={{ value: message.value }} />
    </span>
  );
}
