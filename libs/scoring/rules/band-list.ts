import { asDecimal, Fields } from '../text/fields.js';
import * as schema from '../text/json-schema.js';
import { exactText } from '../number/exact-text.js';
import { compare, isPositive, ZERO, type Rational } from '../number/rational.js';
import { readPoints, type FieldType } from './field-types.js';
import type { Interval } from './kernels/bands.js';
import type { Percent } from './rule.js';

/** Points for from ≤ x < to; an absent end is open to that side. */
export interface Band {
  from: Rational | undefined;
  to: Rational | undefined;
  points: Rational;
  fields: Fields;
}

/** Bands sorted by `from`, none over another, and no value left to none of them unless the rule has an `else`. */
export const bandList: FieldType<readonly Band[]> = {
  schema: schema.listOf(
    schema.objectOf({ 'from?': schema.DECIMAL, 'to?': schema.DECIMAL, points: schema.NOT_NEGATIVE }),
    1,
  ),
  read: readBands,
};

/** The band that a value lies in. */
export function bandOf(bands: readonly Band[], x: Percent): Band | undefined {
  // Bands are sorted, so it is the first that does not end before the value, if any.
  let first = 0;
  for (let end = bands.length; first < end;) {
    const middle = (first + end) >> 1;
    if (endsBefore(bands[middle]!, x)) first = middle + 1;
    else end = middle;
  }
  const band = bands[first];
  return band?.from === undefined || x === 'infinite' || compare(band.from, x) <= 0 ? band : undefined;
}

const endsBefore = ({ to }: Band, x: Percent): boolean => to !== undefined && (x === 'infinite' || compare(to, x) <= 0);

/** Values and per cents of plan are never negative, and every other one occurs. */
export const isMet = ({ to }: Band): boolean => to === undefined || isPositive(to);

/** Whether some value lies in no band, which is what `else` is for. */
export function leavesGap(bands: readonly Band[]): boolean {
  let end: Rational | undefined = ZERO;
  for (const { from, to } of bands.filter(isMet)) {
    if (end === undefined) return false;
    if (from !== undefined && compare(from, end) > 0) return true;
    end = to;
  }
  return end !== undefined;
}

function readBands(fields: Fields, key: string, max: Rational): Band[] | undefined {
  const items = fields.list(key);
  if (items === undefined) return undefined;
  if (items.length === 0) return fields.range(key, 'at least one band is expected', 'empty');
  const read: Band[] = [];
  for (const { value, path } of items) {
    const band = Fields.open(value, path, fields.problems, ['from', 'to', 'points']);
    if (band === undefined) continue;
    const before = fields.problems.errors.length;
    const from = readEnd(band, 'from');
    const to = readEnd(band, 'to');
    const raw = band.raw('points');
    const points = raw === undefined ? undefined : readPoints(raw, band.at('points'), fields, max);
    if (from !== undefined && to !== undefined && compare(from, to) >= 0) {
      band.range('to', 'a band must end above where it starts', 'order');
    }
    if (points !== undefined && fields.problems.errors.length === before) read.push({ from, to, points, fields: band });
  }
  return read.length === items.length && checkCover(read, fields) ? read : undefined;
}

const readEnd = (band: Fields, key: 'from' | 'to'): Rational | undefined =>
  band.has(key) ? asDecimal(band.record[key] ?? null, band.at(key), band.problems) : undefined;

/** Sorted, without overlap, and without a gap that no `else` fills. Inputs are never negative, so cover starts at 0. */
function checkCover(list: readonly Band[], fields: Fields): boolean {
  const { problems } = fields;
  const before = problems.errors.length;
  const mayGap = fields.has('else');
  const tellGap = (band: Band, from: Rational, to: Rational | undefined): void => {
    if (mayGap) return;
    const [start, end] = [exactText(from), to && exactText(to)];
    const where = end === undefined ? `from ${start} on` : `from ${start} to below ${end}`;
    problems.add('rule.bands.gap', band.fields.path, `no band takes values ${where}: add one, or an else`, {
      reason: end === undefined ? 'above' : 'between',
      from: start,
      ...(end !== undefined && { to: end }),
    });
  };

  list.forEach((band, index) => {
    const previous = list[index - 1];
    if (previous === undefined) {
      if (band.from !== undefined && isPositive(band.from)) tellGap(band, ZERO, band.from);
    } else if (previous.to === undefined || band.from === undefined || compare(band.from, previous.to) < 0) {
      tellOverlap(band, previous);
    } else if (compare(band.from, previous.to) > 0 && isPositive(band.from)) tellGap(band, previous.to, band.from);
    if (index === list.length - 1 && band.to !== undefined) tellGap(band, band.to, undefined);
  });
  return problems.errors.length === before;
}

function tellOverlap({ fields: { path, problems } }: Band, { to }: Band): void {
  if (to === undefined) {
    problems.add('rule.bands.overlap', path, 'the band before this one has no end: write its to', { reason: 'open' });
  } else {
    const end = exactText(to);
    problems.add('rule.bands.overlap', path, `let this band begin at ${end}, where the one before it ends`, {
      reason: 'order',
      end,
    });
  }
}

/** The whole line from 0 on, each stretch with its points: those of a band, or `otherwise` in the gaps. */
export function intervalsOf(list: readonly Band[], otherwise: Rational | undefined): Interval[] {
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
