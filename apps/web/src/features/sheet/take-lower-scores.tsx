import { Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import type { Drafts } from './draft.js';
import { lowerScores } from './lower-entries.js';
import type { SheetForm } from './sheet-form.js';
import styles from './sheet.module.css';

/** Mostly the stage above agrees: one press takes over what was scored below, then only differences are typed. */
export function TakeLowerScores({ form, fill }: { form: SheetForm; fill(drafts: Drafts): void }) {
  const scores = lowerScores(form);
  const n = Object.keys(scores).length;
  if (n === 0) return null;
  return (
    <p>
      <Button className={styles.takeAll} data-testid="take-lower" onClick={() => fill(scores)}>
        <FormattedMessage id="sheet.takeAll" values={{ n }} />
      </Button>
    </p>
  );
}
