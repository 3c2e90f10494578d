import { asDecimal, Fields } from '../text/fields.js';
import { readDecimal } from '../number/decimal.js';
import { compare, isNegative, isPositive, ZERO, type Rational } from '../number/rational.js';
import { readNamedPoints } from './checks.js';
import { intervals, type Interval } from './kernels/bands.js';
import { readActual, readPlanRule, ruleOfPercent, type Percent } from './percent.js';
import type { Note, RuleKind } from './rule.js';

/** Points for from ≤ x < to; an absent end is open to that side. */
interface Band {
  from: Rational | undefined;
  to: Rational | undefined;
  points: Rational;
  fields: Fields;
}

/** `bands`: the points of the band the actual value, or its per cent of plan, falls in. */
export const bands: RuleKind = {
  kind: 'bands',
  fields: ['on', 'bands', 'else', 'direction', 'plan'],
  bind(fields, max) {
    const on = fields.has('on') ? fields.oneOf('on', ['actual', 'percent']) : 'actual';
    const plan = readPlanRule(fields);
    const otherwise = fields.has('else')
      ? readNamedPoints(fields.raw('else') ?? null, fields.at('else'), fields, max)
      : undefined;
    const list = readBands(fields, max);
    if (list === undefined || on === undefined) return undefined;
    if (!checkCover(list, fields)) return undefined;

    const pointsAt = (x: Percent, note: Note | undefined): Rational | undefined => {
      const band = list.find((each) => holds(each, x));
      if (band?.from !== undefined) note?.('bandFrom', band.from);
      if (band?.to !== undefined) note?.('bandTo', band.to);
      if (band === undefined && otherwise !== undefined) note?.('else', otherwise);
      return band?.points ?? otherwise;
    };
    if (on === 'actual') {
      return {
        required: ['actual'],
        optional: [],
        points(offer) {
          const actual = readActual(offer);
          return actual === undefined ? undefined : pointsAt(actual, offer.note);
        },
        kernel(rounding) {
          const kernel = intervals(intervalsOf(list, otherwise), rounding);
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
    return ruleOfPercent(plan, pointsAt, (rounding) => {
      const kernel = intervals(intervalsOf(list, otherwise), rounding);
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
};

function holds({ from, to }: Band, x: Percent): boolean {
  if (x === 'infinite') return to === undefined;
  return (from === undefined || compare(from, x) <= 0) && (to === undefined || compare(x, to) < 0);
}

function readBands(fields: Fields, max: Rational): Band[] | undefined {
  const items = fields.list('bands');
  if (items === undefined) return undefined;
  if (items.length === 0) return fields.range('bands', 'at least one band is expected', 'empty');
  const read: Band[] = [];
  for (const { value, path } of items) {
    const band = Fields.open(value, path, fields.problems, ['from', 'to', 'points']);
    if (band === undefined) continue;
    const before = fields.problems.errors.length;
    const from = readEnd(band, 'from');
    const to = readEnd(band, 'to');
    const raw = band.raw('points');
    const points = raw === undefined ? undefined : readNamedPoints(raw, band.at('points'), fields, max);
    if (from !== undefined && to !== undefined && compare(from, to) >= 0) {
      band.range('to', 'a band must end above where it starts', 'order');
    }
    if (points !== undefined && fields.problems.errors.length === before) read.push({ from, to, points, fields: band });
  }
  return read.length === items.length ? read : undefined;
}

const readEnd = (band: Fields, key: 'from' | 'to'): Rational | undefined =>
  band.has(key) ? asDecimal(band.record[key] ?? null, band.at(key), band.problems) : undefined;

/** Sorted, without overlap, and without a gap that no `else` fills. Inputs are never negative, so cover starts at 0. */
function checkCover(list: readonly Band[], fields: Fields): boolean {
  const { problems } = fields;
  const before = problems.errors.length;
  const mayGap = fields.has('else');
  const tellGap = (band: Band): void =>
    mayGap ? undefined : problems.add('rule.bands.gap', band.fields.path, 'values fall between the bands and no else');

  list.forEach((band, index) => {
    const previous = list[index - 1];
    if (previous === undefined) {
      if (band.from !== undefined && isPositive(band.from)) tellGap(band);
    } else if (previous.to === undefined || band.from === undefined || compare(band.from, previous.to) < 0) {
      problems.add('rule.bands.overlap', band.fields.path, 'bands must be sorted by from and must not overlap');
    } else if (compare(band.from, previous.to) > 0 && isPositive(band.from)) tellGap(band);
    if (index === list.length - 1 && band.to !== undefined) tellGap(band);
  });
  return problems.errors.length === before;
}

/** The whole line from 0 on, each stretch with its points: those of a band, or `otherwise` in the gaps. */
function intervalsOf(list: readonly Band[], otherwise: Rational | undefined): Interval[] {
  const found: Interval[] = [];
  let end: Rational | undefined = ZERO;
  for (const { from, to, points } of list) {
    if (otherwise !== undefined && end !== undefined && from !== undefined && compare(end, from) < 0) {
      found.push({ from: end, points: otherwise });
    }
    found.push({ from: from ?? ZERO, points });
    end = to;
  }
  if (otherwise !== undefined && end !== undefined) found.push({ from: end, points: otherwise });
  return found;
}
