import { useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import styles from './sheet.module.css';

interface Band {
  from?: string | number;
  to?: string | number;
  points: string | number;
}

/** How the figure becomes points, in one line, for the kinds where the inputs do not say it already. */
export function RuleHint({ criterion: { rule, mandatory } }: { criterion: SheetCriterion }) {
  const { formatMessage } = useIntl();
  const hints: string[] = [];
  const number = (key: string) => formatDecimal(String(rule[key]));
  switch (rule['kind']) {
    case 'direct':
      if (rule['step'] !== undefined) hints.push(formatMessage({ id: 'hint.step' }, { step: number('step') }));
      break;
    case 'ratio':
      hints.push(formatMessage({ id: rule['direction'] === 'lower' ? 'hint.ratioLower' : 'hint.ratio' }));
      if (Number(rule['threshold'] ?? 0) > 0)
        hints.push(formatMessage({ id: 'hint.threshold' }, { threshold: number('threshold') }));
      break;
    case 'bands':
      hints.push(((rule['bands'] as Band[] | undefined) ?? []).map((band) => bandText(band)).join('; '));
      break;
    case 'count':
      hints.push(formatMessage({ id: 'hint.count' }, { each: number('each') }));
      break;
    case 'tally':
      hints.push(
        Object.entries((rule['weights'] as Record<string, unknown> | undefined) ?? {})
          .map(([label, weight]) =>
            formatMessage({ id: 'hint.weight' }, { label, weight: formatDecimal(String(weight)) }),
          )
          .join('; '),
      );
      break;
  }
  function bandText({ from, to, points }: Band): string {
    const unit = rule['on'] === 'percent' ? ' %' : '';
    const values = {
      from: from === undefined ? '' : formatDecimal(String(from)) + unit,
      to: to === undefined ? '' : formatDecimal(String(to)) + unit,
      points: formatDecimal(String(points)),
    };
    if (from === undefined) return formatMessage({ id: 'hint.bandBelow' }, values);
    return formatMessage({ id: to === undefined ? 'hint.bandFrom' : 'hint.bandBetween' }, values);
  }
  if (!mandatory) hints.unshift(formatMessage({ id: 'hint.optional' }));
  return hints.length === 0 ? null : <div className={styles.hint}>{hints.join('. ')}</div>;
}
