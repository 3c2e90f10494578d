import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDecimal } from '../../format/decimal.js';
import { doneOf, doneText, NOTHING_DONE } from './draft.js';
import styles from './sheet.module.css';

interface Props {
  id: string;
  label: ReactNode;
  criterion: string;
  items: readonly { label: string; points: string }[];
  text: string;
  wrong: boolean;
  change(text: string): void;
}

/** A tick for each item done, and one that says that none was: without it nobody could tell that from "not filled in". */
export function ChecklistInput({ id, label, criterion, items, text, wrong, change }: Props) {
  const done = doneOf(text);
  const tick = (code: string, ticked: boolean) => {
    // In the order of the scale, so that the same ticks are the same text.
    const codes = items.map((item) => item.label).filter((each) => (each === code ? ticked : done.includes(each)));
    change(codes.length === 0 ? '' : doneText(codes));
  };
  const described = { 'aria-invalid': wrong, 'aria-describedby': wrong ? `${id}-errors` : undefined };
  return (
    <div role="group" aria-labelledby={id} className={styles.checklist}>
      <span id={id}>{label}</span>
      <div className={styles.ticks}>
        {items.map(({ label: code, points }) => (
          <Checkbox
            key={code}
            {...described}
            data-testid={`value-${criterion}-${code}`}
            checked={done.includes(code)}
            onChange={(event) => tick(code, event.target.checked)}
          >
            <FormattedMessage id="value.option" values={{ label: code, points: formatDecimal(points) }} />
          </Checkbox>
        ))}
        <Checkbox
          {...described}
          className={styles.nothingDone}
          data-testid={`none-${criterion}`}
          checked={text === NOTHING_DONE}
          onChange={(event) => change(event.target.checked ? NOTHING_DONE : '')}
        >
          <FormattedMessage id="value.nothingDone" />
        </Checkbox>
      </div>
    </div>
  );
}
