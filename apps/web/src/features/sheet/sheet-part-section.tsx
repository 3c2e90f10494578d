import { FormattedMessage } from 'react-intl';
import type { Sheet, SheetPart } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import { CriterionRow } from './criterion-row.js';
import type { Draft, DraftError } from './draft.js';
import { lowerEntriesOf } from './lower-entries.js';
import styles from './sheet.module.css';
import { canEnter } from './value-fields.js';

interface Props {
  part: SheetPart;
  sheet: Sheet;
  editable: boolean;
  draftOf(code: string): Draft;
  errorsOf(code: string): readonly DraftError[];
  edit(criterion: string, draft: Draft): void;
}

/** The criteria of one part, or of the bonus or penalty points, under one heading. */
export function SheetPartSection({ part, sheet, editable, draftOf, errorsOf, edit }: Props) {
  return (
    <section className={styles.part}>
      <h2 className={styles.partHead}>
        <span>
          {part.kind === 'part' ? (
            <FormattedMessage id="sheet.part" values={{ code: part.code, name: part.name }} />
          ) : (
            <FormattedMessage id={`sheet.${part.kind}`} />
          )}
        </span>
        <span className="muted">
          {part.max === null ? (
            <FormattedMessage id="sheet.points" />
          ) : (
            <FormattedMessage id="sheet.pointsOf" values={{ max: formatDecimal(part.max) }} />
          )}
        </span>
      </h2>
      {part.criteria.map((criterion) => (
        <CriterionRow
          key={criterion.code}
          criterion={criterion}
          stage={sheet.stage}
          editable={editable && canEnter(criterion)}
          draft={draftOf(criterion.code)}
          errors={errorsOf(criterion.code)}
          lower={lowerEntriesOf(sheet, criterion.code)}
          edit={edit}
        />
      ))}
    </section>
  );
}
