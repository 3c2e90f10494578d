import { FormattedMessage } from 'react-intl';
import type { Board, Standing } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import styles from './board.module.css';

interface Props {
  unit: string;
  bar: Standing['classBar'] | undefined;
  classes: Board['classes'];
}

/** Why a unit has not the class above its own, where its total does not say so: folded away until somebody asks. */
export function ClassBar({ unit, bar, classes }: Props) {
  if (!bar) return null;
  const name = classes.find(({ code }) => code === bar.class)?.name ?? bar.class;
  return (
    <details className={styles.details} data-testid={`class-bar-${unit}`}>
      <summary>
        <FormattedMessage id="board.classBar" values={{ class: name }} />
      </summary>
      <ul>
        {bar.reasons.map((reason) => (
          <li key={`${reason.by}${reason.name}`}>
            <FormattedMessage
              id={`classBar.${reason.by}`}
              values={{
                name: reason.name ?? '',
                required: formatDecimal(reason.required ?? ''),
                actual: formatDecimal(reason.actual ?? ''),
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
