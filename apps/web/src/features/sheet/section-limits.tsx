import { FormattedMessage, useIntl } from 'react-intl';
import type { SheetPart } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import styles from './sheet.module.css';

/** What a section is worth now and how far it may go, beside its heading. */
export function SectionLimits({ part: { points, min, max, kind, unmet } }: { part: SheetPart }) {
  const { formatMessage } = useIntl();
  const limits = [
    ...(max === null ? [] : [formatMessage({ id: 'sheet.most' }, { max: formatDecimal(max) })]),
    ...(min === null ? [formatMessage({ id: 'sheet.belowZero' })] : []),
    ...(min !== null && Number(min) > 0 ? [formatMessage({ id: 'sheet.least' }, { min: formatDecimal(min) })] : []),
  ];
  return (
    <span className="muted">
      {points !== null && (
        <>
          <FormattedMessage id="sheet.worth" values={{ points: formatDecimal(points) }} />
          {limits.length > 0 && ' · '}
        </>
      )}
      {limits.join(' · ')}
      {unmet && (
        <strong className={styles.unmet} data-testid={`unmet-${kind}`}>
          <FormattedMessage id={kind === 'bonus' ? 'sheet.unmetBonus' : 'sheet.unmetPenalty'} />
        </strong>
      )}
    </span>
  );
}
