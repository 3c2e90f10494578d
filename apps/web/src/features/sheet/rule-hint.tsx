import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import { formatInputName } from '../../format/input-name.js';
import { useLanguage } from '../../i18n/language-provider.js';
import styles from './sheet.module.css';

/** How the figure becomes points, in the words of the engine, and the unit's own figures that it reads. */
export function RuleHint({ criterion, inPenalty }: { criterion: SheetCriterion; inPenalty: boolean }) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const { mandatory, sign, words, params, rule } = criterion;
  return (
    <div className={styles.hint}>
      {!mandatory && sign === 'plus' && !inPenalty && `${formatMessage({ id: 'hint.optional' })}. `}
      {(sign === 'minus' || inPenalty) && (
        <strong>
          <FormattedMessage id={inPenalty ? 'hint.penalty' : 'hint.minus'} />{' '}
        </strong>
      )}
      {words[language].sentence}
      {rule['kind'] === 'relative' && (
        <div>
          <FormattedMessage id="hint.inCluster" />
        </div>
      )}
      {params.map(({ name, value }) => (
        <div key={name} data-testid={`param-${criterion.code}-${name}`}>
          <FormattedMessage
            id={value === null ? 'hint.paramMissing' : 'hint.param'}
            values={{ name: formatInputName(name), value: value === null ? '' : formatDecimal(value) }}
          />
        </div>
      ))}
    </div>
  );
}
