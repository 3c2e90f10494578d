import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import type { Draft, DraftError } from './draft.js';
import { OneValue } from './one-value.js';
import styles from './sheet.module.css';
import { addRow, removeRow } from './rows.js';
import { fieldOfError, NAME, valueFieldsOf, type ValueField } from './value-fields.js';

interface Props {
  criterion: SheetCriterion;
  draft: Draft;
  errors: readonly DraftError[];
  change(texts: Draft['texts']): void;
}

/** The inputs that the criterion's kind of rule needs, each with its error beside it; in rows where it has items. */
export function ValueInputs({ criterion, draft, errors, change }: Props) {
  const { formatMessage } = useIntl();
  const addButton = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<number>();
  const { texts } = draft;
  const fields = valueFieldsOf(criterion, texts);
  const one = (field: ValueField) => (
    <OneValue
      key={field.key}
      criterion={criterion.code}
      field={field}
      text={texts[field.key] ?? ''}
      focused={added !== undefined && field === fields.find(({ at }) => at?.row === added)}
      errors={errors.filter((error) => fieldOfError(fields, error.field) === field)}
      change={(text) => change({ ...texts, [field.key]: text })}
    />
  );
  const [first] = fields;
  if (first?.at === undefined) return <div className={styles.values}>{fields.map(one)}</div>;

  const { base } = first.at;
  const isNamed = first.kind === 'name';
  const rows = [...new Set(fields.flatMap(({ at }) => at?.row ?? []))];
  // Rows that stand there from the beginning count when one is added.
  const withRows = (kept: Draft['texts']) => ({ [first.key.replace(/\.\d+\./, `.${rows.length - 1}.`)]: '', ...kept });
  const remove = (row: number) => {
    // The button pressed may be gone with its row, and the next key pressed should not begin at the head of the page.
    addButton.current?.focus();
    setAdded(undefined);
    change(removeRow(texts, { base, row }));
  };
  return (
    <>
      {rows.map((row) => (
        <div
          key={row}
          role="group"
          aria-label={formatMessage({ id: 'rows.label' }, { n: row + 1, criterion: criterion.code })}
          className={styles.row}
        >
          <span className={styles.rowNumber}>{row + 1}.</span>
          <div className={styles.values}>{fields.filter(({ at }) => at?.row === row).map(one)}</div>
          {rows.length > 1 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              data-testid={`remove-${criterion.code}-${row}`}
              aria-label={formatMessage({ id: 'rows.remove' }, { n: row + 1, criterion: criterion.code })}
              onClick={() => remove(row)}
            />
          )}
        </div>
      ))}
      <Button
        type="link"

        icon={<PlusOutlined />}
        className={styles.add}
        data-testid={`add-${criterion.code}`}
        ref={addButton}
        onClick={() => {
          setAdded(rows.length);
          change(addRow(withRows(texts), base, isNamed ? NAME : (first.path.at(-1) ?? '')));
        }}
      >
        <FormattedMessage id={isNamed ? 'rows.addMember' : 'rows.add'} />
      </Button>
    </>
  );
}
