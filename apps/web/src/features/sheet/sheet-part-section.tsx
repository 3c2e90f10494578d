import { FormattedMessage } from 'react-intl';
import type { Sheet, SheetPart } from '../../api/types.js';
import { CriterionRow } from './criterion-row.js';
import type { Draft, DraftError } from './draft.js';
import { isFirstStage, lowerEntriesOf } from './lower-entries.js';
import { SectionLimits } from './section-limits.js';
import styles from './sheet.module.css';
import { canEnter } from './value-fields.js';

interface Props {
  part: SheetPart;
  /** Inside the penalty points, whose criteria all subtract. */
  inPenalty?: boolean;
  sheet: Sheet;
  editable: boolean;
  draftOf(code: string): Draft;
  errorsOf(code: string): readonly DraftError[];
  edit(criterion: string, draft: Draft): void;
  submittedOf(code: string): Draft;
  askReopen(criterion: string): void;
}

/** The criteria of one part, of a group in it, or of the bonus or penalty points, under one heading. */
export function SheetPartSection(props: Props) {
  const { part, sheet, editable, draftOf, errorsOf, edit, submittedOf, askReopen } = props;
  // What no criterion of the unit stands in would only be an empty heading.
  if (isEmptySection(part)) return null;
  const inPenalty = part.kind === 'penalty' || props.inPenalty === true;
  const Heading = part.kind === 'group' ? 'h3' : 'h2';
  return (
    <section className={part.kind === 'group' ? styles.group : styles.part} data-section={part.code || part.kind}>
      <Heading className={styles.partHead}>
        <span>
          <SectionName part={part} />
        </span>
        <SectionLimits part={part} />
      </Heading>
      {part.criteria.map((criterion) => (
        <CriterionRow
          key={criterion.code}
          criterion={criterion}
          inPenalty={inPenalty}
          first={isFirstStage(sheet)}
          editable={editable && canEnter(criterion)}
          draft={draftOf(criterion.code)}
          errors={errorsOf(criterion.code)}
          lower={lowerEntriesOf(sheet, criterion.code)}
          edit={edit}
          sheet={sheet}
          submitted={submittedOf(criterion.code)}
          askReopen={askReopen}
        />
      ))}
      {part.groups.map((group) => (
        <SheetPartSection {...props} key={group.code} part={group} inPenalty={inPenalty} />
      ))}
    </section>
  );
}

function SectionName({ part: { kind, code, name } }: { part: SheetPart }) {
  if (kind === 'group') return `${code}. ${name ?? ''}`;
  if (kind === 'part') return <FormattedMessage id="sheet.part" values={{ code, name }} />;
  return <FormattedMessage id={`sheet.${kind}`} />;
}

function isEmptySection({ criteria, groups }: SheetPart): boolean {
  return criteria.length === 0 && groups.every(isEmptySection);
}
