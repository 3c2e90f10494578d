import { useIntl } from 'react-intl';
import type { SheetCriterion } from '../../api/types.js';
import { formatDay } from '../../format/date.js';
import { formatDecimal } from '../../format/decimal.js';
import { formatFormula } from '../../format/formula.js';
import type vi from '../../i18n/vi.json';
import styles from './sheet.module.css';

type Say = (id: keyof typeof vi, values?: Record<string, string>) => string;
type Hint = (criterion: SheetCriterion, say: Say) => string[];

interface Band {
  from?: string | number;
  to?: string | number;
  points: string | number;
}

const figure = (value: unknown) => formatDecimal(String(value));
const entriesOf = (value: unknown) => Object.entries((value as Record<string, unknown> | undefined) ?? {});
const isPositive = (value: unknown) => Number(value ?? 0) > 0;

function bandText({ from, to, points }: Band, percent: boolean, say: Say): string {
  const edge = (value: string | number | undefined) =>
    value === undefined ? '' : figure(value) + (percent ? '\u00a0%' : '');
  const values = { from: edge(from), to: edge(to), points: figure(points) };
  if (from === undefined) return say('hint.bandBelow', values);
  return say(to === undefined ? 'hint.bandFrom' : 'hint.bandBetween', values);
}

const lower = ({ rule }: SheetCriterion, say: Say) => (rule['direction'] === 'lower' ? [say('hint.lower')] : []);

/** By kind of rule, how the figure becomes points, where the inputs do not say it already. */
const hintsByKind: Record<string, Hint> = {
  direct: ({ rule }, say) => (rule['step'] === undefined ? [] : [say('hint.step', { step: figure(rule['step']) })]),
  ratio: ({ rule }, say) => [
    say(rule['direction'] === 'lower' ? 'hint.ratioLower' : 'hint.ratio'),
    ...(isPositive(rule['threshold']) ? [say('hint.threshold', { threshold: figure(rule['threshold']) })] : []),
  ],
  increment: (criterion, say) => {
    const { base, per = 1, gain, loss, steps } = criterion.rule;
    const whole = steps !== 'proportional';
    const change = (id: 'hint.gain' | 'hint.loss', points: unknown) =>
      isPositive(points) ? [say(id, { per: figure(per), points: figure(points) })] : [];
    const changes = [...change('hint.gain', gain), ...change('hint.loss', loss)];
    const text = [say('hint.base', { points: figure(base) }), ...changes].join('; ');
    return [
      ...lower(criterion, say),
      text,
      ...(whole && changes.length > 0 ? [say('hint.wholeSteps', { per: figure(per) })] : []),
    ];
  },
  bands: (criterion, say) => {
    const { bands, on } = criterion.rule;
    const percent = on === 'percent';
    const texts = ((bands as Band[] | undefined) ?? []).map((band) => bandText(band, percent, say));
    return [...(percent ? lower(criterion, say) : []), texts.join('; ')];
  },
  count: ({ rule }, say) => [say('hint.count', { each: figure(rule['each']) })],
  deadline: ({ rule }, say) => [
    say('hint.deadline', { due: formatDay(String(rule['due'])), points: figure(rule['perDay']) }),
  ],
  checklist: (_, say) => [say('hint.checklist')],
  mean: ({ rule }, say) => [say(rule['direction'] === 'lower' ? 'hint.meanLower' : 'hint.mean')],
  tally: ({ rule }, say) => {
    const exempt = (rule['exempt'] as string[] | undefined) ?? [];
    const weights = entriesOf(rule['weights']).filter(([label]) => !exempt.includes(label));
    return [
      [
        ...weights.map(([label, weight]) => say('hint.weight', { label, weight: figure(weight) })),
        ...exempt.map((label) => say('hint.exempt', { label })),
      ].join('; '),
    ];
  },
  formula: ({ rule, max }, say) => [
    say('hint.formula', { formula: formatFormula(String(rule['expr']), max, (word) => say(`formula.${word}`)) }),
  ],
};

/** How the figure becomes points, in one line. */
export function RuleHint({ criterion }: { criterion: SheetCriterion }) {
  const { formatMessage } = useIntl();
  const say: Say = (id, values) => formatMessage({ id }, values);
  const hints = hintsByKind[String(criterion.rule['kind'])]?.(criterion, say) ?? [];
  if (!criterion.mandatory) hints.unshift(say('hint.optional'));
  return hints.length === 0 ? null : <div className={styles.hint}>{hints.join('. ')}</div>;
}
