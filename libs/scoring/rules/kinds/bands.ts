import { readDecimal } from '../../number/decimal.js';
import { isNegative, larger, ZERO, type Rational } from '../../number/rational.js';
import { bandList, bandOf, intervalsOf, isMet, leavesGap, type Band } from '../band-list.js';
import { namedPoints, oneOf, optional } from '../field-types.js';
import type { Item } from '../figures.js';
import { actualField, planField } from '../form.js';
import { defineKind } from '../kind.js';
import { intervals } from '../kernels/bands.js';
import { planFields, planRuleOf, planValues, readActual, ruleOfPercent } from '../percent.js';
import type { Note, Percent } from '../rule.js';

/** `bands`: the points of the band the actual value, or its per cent of plan, falls in. */
export const bands = defineKind({
  kind: 'bands',
  fields: {
    on: optional(oneOf('actual', 'percent'), 'actual' as const),
    bands: bandList,
    else: optional(namedPoints, undefined),
    ...planFields,
  },
  values: planValues,
  bind({ on, bands: list, else: other, ...plan }, _max, fields) {
    const planRule = planRuleOf(plan, fields);
    const pointsAt = (x: Percent, note: Note | undefined): Rational | undefined => {
      const band = bandOf(list, x);
      if (band?.from !== undefined) note?.('bandFrom', band.from);
      if (band?.to !== undefined) note?.('bandTo', band.to);
      if (band === undefined && other !== undefined) note?.('else', other);
      return band?.points ?? other;
    };
    if (on === 'actual') {
      return {
        required: ['actual'],
        optional: [],
        value: 'actual',
        points(offer) {
          const actual = readActual(offer);
          return actual === undefined ? undefined : pointsAt(actual, offer.note);
        },
        kernel(rounding) {
          const kernel = intervals(intervalsOf(list, other), rounding);
          return (
            kernel && {
              run: kernel.run,
              load({ actual }, _target, cell) {
                if (
                  typeof actual === 'number' &&
                  actual >= 0 &&
                  actual <= kernel.mostWhole &&
                  Number.isInteger(actual)
                ) {
                  cell.value = actual * kernel.perOne;
                  return true;
                }
                const exact = readDecimal(actual);
                if (typeof exact === 'string' || isNegative(exact)) return false;
                cell.value = kernel.place(exact);
                return true;
              },
            }
          );
        },
      };
    }
    return ruleOfPercent(planRule, pointsAt, (rounding) => {
      const kernel = intervals(intervalsOf(list, other), rounding);
      return (
        kernel && {
          run: kernel.run,
          take(cell) {
            if (cell.whole === 0) return false;
            cell.value = kernel.place({ n: 100n * BigInt(cell.value), d: BigInt(cell.whole) });
            return true;
          },
        }
      );
    });
  },
  reach({ bands: list, else: other }) {
    const given = list.filter(isMet).map((band) => band.points);
    return (leavesGap(list) ? [...given, other!] : given).reduce(larger, ZERO);
  },
  remarks({ bands: list, else: other }) {
    const unmet = list.flatMap((band, index) => (isMet(band) ? [] : [index]));
    const isIdle = other !== undefined && !leavesGap(list);
    return [
      ...unmet.map((index) => ({
        warning: 'rule.band.unmet' as const,
        keys: ['bands', index],
        message: 'no value lies in this band, as none is below 0: remove it or raise its end',
        params: { band: index + 1 },
      })),
      ...(isIdle
        ? [
            {
              warning: 'rule.else.unmet' as const,
              keys: ['else'],
              message: 'the bands leave no value to else: remove it',
              params: {},
            },
          ]
        : []),
    ];
  },
  words: {
    vi: {
      name: 'Theo khung',
      rule: 'Theo {on}[ ({direction})]: {bands}[; còn lại được {else} điểm][; chỉ tiêu chung là {plan}].',
      items: {
        below: 'dưới {to}{unit} được {points} điểm',
        between: 'từ {from}{unit} đến dưới {to}{unit} được {points} điểm',
        from: 'từ {from}{unit} trở lên được {points} điểm',
        any: 'mức nào cũng được {points} điểm',
      },
      words: {
        actual: 'số thực hiện',
        percent: 'tỷ lệ so với chỉ tiêu',
        lower: 'chỉ tiêu trên thực hiện, càng thấp càng tốt',
      },
    },
    en: {
      name: 'Bands',
      rule: 'Points by the {on}[ ({direction})]: {bands}[; all else: {else}][; the common plan is {plan}].',
      items: {
        below: 'below {to}{unit}: {points}',
        between: 'from {from}{unit} to below {to}{unit}: {points}',
        from: 'from {from}{unit} on: {points}',
        any: 'any value: {points}',
      },
      words: { actual: 'actual value', percent: 'per cent of plan', lower: 'plan over actual, lower is better' },
    },
  },
  figures: ({ on, bands: list, else: other, direction, plan }) => ({
    on: { word: on },
    bands: list.map((band) => bandItem(band, on === 'percent' ? '%' : '')),
    else: other,
    direction: on === 'percent' ? { word: direction } : undefined,
    plan: on === 'percent' ? plan : undefined,
  }),
  form: ({ on, plan }) => (on === 'percent' ? [actualField, planField(plan)] : [actualField]),
});

function bandItem({ from, to, points: worth }: Band, unit: string): Item {
  const as = from === undefined ? (to === undefined ? 'any' : 'below') : to === undefined ? 'from' : 'between';
  return { as, figures: { from, to, points: worth, unit } };
}
