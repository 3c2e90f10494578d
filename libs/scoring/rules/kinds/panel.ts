import { asObject } from '../../text/fields.js';
import * as schema from '../../text/json-schema.js';
import { isObject } from '../../text/json-value.js';
import { at } from '../../text/path.js';
import { labelKey } from '../../text/seen.js';
import { exactText } from '../../number/exact-text.js';
import { compare, divide, fromInteger, multiply, sum, ZERO, type Rational } from '../../number/rational.js';
import { readShort, shorten } from '../../number/whole.js';
import { count, divisor, oneOf, optional } from '../field-types.js';
import { POINTS_UNIT } from '../form.js';
import { defineKind } from '../kind.js';
import type { Kernel, Rounding } from '../kernels/kernel.js';
import { share } from '../kernels/share.js';
import { Labels } from '../labels.js';
import { highestMultiple, isMultiple, readMark } from '../mark.js';
import type { Offer } from '../rule.js';

/** What a panel does with its marks: `drop` are left out at either end, `few` is how many there must be. */
interface Panel {
  max: Rational;
  outOf: Rational;
  step: Rational | undefined;
  how: 'mean' | 'median';
  drop: number;
  few: number;
}

/** `panel`: the mean or median of the marks of several members, the lowest and highest left out, brought to max. */
export const panel = defineKind({
  kind: 'panel',
  fields: {
    outOf: optional(divisor, undefined),
    step: optional(divisor, undefined),
    how: optional(oneOf('mean', 'median'), 'mean' as const),
    drop: optional(count, 0n),
    least: optional(count, 1n),
  },
  values: { marks: schema.mapOf(schema.NOT_NEGATIVE) },
  bind(rule, max) {
    const ready: Panel = { ...rule, max, outOf: rule.outOf ?? max, drop: Number(rule.drop), few: fewest(rule) };
    return {
      required: ['marks'],
      optional: [],
      points: (offer) => panelPoints(ready, offer),
      kernel: (rounding) => panelKernel(ready, rounding),
    };
  },
  reach: ({ outOf, step }, max) => multiply(max, divide(highestMultiple(step, outOf ?? max), outOf ?? max)),
  words: {
    vi: {
      name: 'Hội đồng chấm',
      rule: 'Điểm bằng {how} điểm của các thành viên chấm, mỗi người chấm từ 0 đến {outOf}[ theo bước {step}][; bỏ {drop} điểm thấp nhất và {drop} điểm cao nhất][; cần ít nhất {few} người chấm][; quy về thang {scaled} điểm].',
      words: { mean: 'trung bình', median: 'trung vị' },
    },
    en: {
      name: 'Marks of a panel',
      rule: 'The {how} of the marks of the members, each from 0 to {outOf}[ in steps of {step}][; the {drop} lowest and {drop} highest are left out][; at least {few} marks are needed][; brought to {scaled} points].',
      words: { mean: 'mean', median: 'median' },
    },
  },
  figures: (rule, max) => ({
    how: { word: rule.how },
    outOf: rule.outOf ?? max,
    step: rule.step,
    drop: rule.drop > 0n ? fromInteger(rule.drop) : undefined,
    few: fewest(rule) > 1 ? String(fewest(rule)) : undefined,
    scaled: rule.outOf !== undefined && compare(rule.outOf, max) !== 0 ? max : undefined,
  }),
  form: (rule, max) => [
    {
      path: ['marks'],
      type: 'byName',
      label: { vi: 'Điểm của từng thành viên', en: 'Marks by member' },
      fewest: fewest(rule),
      fields: [
        {
          path: [],
          type: 'number',
          label: { vi: 'Điểm', en: 'Mark' },
          unit: POINTS_UNIT,
          least: '0',
          most: exactText(rule.outOf ?? max),
          ...(rule.step !== undefined && { step: exactText(rule.step) }),
        },
      ],
    },
  ],
});

/** How many marks there must be: as many as the rule asks for, and one that is not left out. */
function fewest({ drop, least }: { drop: bigint; least: bigint }): number {
  const kept = 2n * drop + 1n;
  return Number(least > kept ? least : kept);
}

function panelPoints({ max, outOf, step, how, drop, few }: Panel, offer: Offer): Rational | undefined {
  const marks = readMarks(offer, { outOf, step, few });
  if (marks === undefined) return undefined;
  const { note } = offer;
  const sorted = [...marks].sort((a, b) => compare(a.mark, b.mark));
  const kept = sorted.slice(drop, sorted.length - drop);
  for (const each of marks) note?.(kept.includes(each) ? 'markCounted' : 'markDropped', each.mark, each.member);
  const counted = how === 'mean' ? kept : kept.slice((kept.length - 1) >> 1, (kept.length >> 1) + 1);
  const middle = divide(sum(counted.map(({ mark }) => mark)), fromInteger(BigInt(counted.length)));
  note?.(how === 'mean' ? 'markMean' : 'markMedian', middle);
  note?.('outOf', outOf);
  return multiply(max, divide(middle, outOf));
}

interface Mark {
  member: string;
  mark: Rational;
}

/** Every member's mark; undefined after telling which is wrong, named twice, or that there are too few. */
function readMarks(
  { entry, path, problems }: Offer,
  { outOf, step, few }: Pick<Panel, 'outOf' | 'step' | 'few'>,
): Mark[] | undefined {
  const place = at(path, 'marks');
  const record = asObject(entry['marks'], place, problems);
  if (record === undefined) return undefined;
  const before = problems.errors.length;
  const members = new Labels(problems);
  const marks: Mark[] = [];
  for (const [member, value] of Object.entries(record)) {
    members.take(member, at(place, member));
    const mark = readMark(value, at(place, member), problems, outOf, step);
    if (mark !== undefined) marks.push({ member, mark });
  }
  const given = Object.keys(record).length;
  if (given < few) {
    problems.add('entry.marks.few', place, `${few} marks are needed, ${given} are given`, { least: few, given });
  }
  return problems.errors.length === before ? marks : undefined;
}

/** max·min(sum of what counts / outOf times how many count, 1): a share like that of an actual value in its plan. */
function panelKernel({ max, outOf, step, how, drop, few }: Panel, rounding: Rounding): Kernel | undefined {
  const kernel = share(max, ZERO, rounding);
  const top = shorten(outOf);
  const short = step && shorten(step);
  if (kernel === undefined || top === undefined || (step !== undefined && short === undefined)) return undefined;
  return {
    run: kernel.run,
    load({ marks: record }, _target, cell) {
      if (!isObject(record)) return false;
      const members = Object.keys(record);
      if (members.length < few || new Set(members.map(labelKey)).size < members.length) return false;
      const marks = [];
      let tens = top.d;
      for (const member of members) {
        const mark = readShort(record[member]);
        if (mark === undefined || mark.n < 0 || (short !== undefined && !isMultiple(mark, short))) return false;
        if (mark.d > tens) tens = mark.d;
        marks.push(mark);
      }
      const most = top.n * (tens / top.d);
      const units = marks.map(({ n, d }) => n * (tens / d)).sort((a, b) => a - b);
      // The largest is safe, and so are all; what exceeds the most a mark may be is refused.
      if (!Number.isSafeInteger(most) || units.at(-1)! > most) return false;
      const kept = units.length - 2 * drop;
      const first = how === 'mean' ? drop : drop + ((kept - 1) >> 1);
      const end = how === 'mean' ? drop + kept : drop + (kept >> 1) + 1;
      cell.value = 0;
      for (let i = first; i < end; i++) cell.value += units[i]!;
      cell.whole = most * (end - first);
      return Number.isSafeInteger(cell.whole) && kernel.take(cell);
    },
  };
}
