import { asCount, asObject } from '../../text/fields.js';
import { isObject } from '../../text/json-value.js';
import { at } from '../../text/path.js';
import {
  clamp,
  compare,
  fromInteger,
  larger,
  multiply,
  smaller,
  sum,
  ZERO,
  type Rational,
} from '../../number/rational.js';
import { commonTens, inUnits, readShortCount } from '../../number/whole.js';
import * as schema from '../../text/json-schema.js';
import { labels, numbersByLabel, optional, readFactor } from '../field-types.js';
import { asWritten } from '../form.js';
import { defineKind } from '../kind.js';
import { listed, tellShared } from '../labels.js';
import type { Kernel, Rounding } from '../kernels/kernel.js';
import { share } from '../kernels/share.js';
import type { Offer } from '../rule.js';

/** `tally`: the weighted mean of how many fell under each label, exempt labels (an objective cause) left out. */
export const tally = defineKind({
  kind: 'tally',
  fields: {
    weights: numbersByLabel('at least one label is expected', readFactor),
    exempt: optional(labels(), []),
  },
  values: { tally: schema.mapOf(schema.COUNT) },
  bind({ weights, exempt: excused }, max, fields) {
    tellShared(excused, weights.keys(), (index) => at(fields.at('exempt'), index), fields.problems);
    const exempt = new Set(excused);
    return {
      required: ['tally'],
      optional: [],
      points: (offer) => {
        const sums = sumTally(offer, weights, exempt);
        if (sums === undefined) return undefined;
        if (sums.counted === 0n) {
          offer.problems.add('entry.tally.empty', at(offer.path, 'tally'), 'nothing is counted that is not exempt');
          return undefined;
        }
        const mean = { n: sums.weighted.n, d: sums.weighted.d * sums.counted };
        const points = multiply(max, mean);
        offer.note?.('uncut', points);
        return clamp(points, ZERO, max);
      },
      kernel: (rounding) => tallyKernel(max, weights, exempt, rounding),
    };
  },
  reach: ({ weights }, max) => smaller(multiply(max, [...weights.values()].reduce(larger, ZERO)), max),
  remarks: ({ weights }) =>
    [...weights]
      .filter(([, weight]) => compare(weight, ONE) > 0)
      .map(([label]) => ({
        warning: 'rule.weights.sum',
        keys: ['weights', label],
        message: 'a weight above 1: points are cut at max',
        params: { reason: 'weight', label },
      })),
  words: {
    vi: {
      name: 'Kết quả từng loại',
      rule: 'Điểm bằng {max} nhân hệ số bình quân của các việc đã đếm, nhiều nhất {max} điểm: {weights}.',
      items: { weight: '{label}: hệ số {weight}', exempt: '{label}: không tính' },
    },
    en: {
      name: 'Tally by outcome',
      rule: '{max} points times the mean weight of all that is counted, {max} points at most: {weights}.',
      items: { weight: '{label}: weight {weight}', exempt: '{label}: not counted' },
    },
  },
  figures: ({ weights, exempt }, max) => ({
    max,
    weights: [
      ...[...weights].map(([label, weight]) => ({ as: 'weight', figures: { label, weight } })),
      ...exempt.map((label) => ({ as: 'exempt', figures: { label } })),
    ],
  }),
  form: ({ weights, exempt }) =>
    [...weights.keys(), ...exempt].map((label) => ({
      path: ['tally', label],
      type: 'count',
      label: asWritten(label),
      optional: true,
    })),
});

const ONE = fromInteger(1n);

/** Σ weight·n and Σ n over the labels not exempt. */
function sumTally(
  { entry, path, problems, note }: Offer,
  weights: ReadonlyMap<string, Rational>,
  exempt: ReadonlySet<string>,
): { weighted: Rational; counted: bigint } | undefined {
  const place = at(path, 'tally');
  const record = asObject(entry['tally'], place, problems);
  if (record === undefined) return undefined;
  let sound = true;
  let counted = 0n;
  const weighted: Rational[] = [];
  for (const label of Object.keys(record)) {
    const weight = weights.get(label);
    if (weight === undefined && !exempt.has(label)) {
      const known = listed([...weights.keys(), ...exempt]);
      problems.add('entry.tally.unknown', at(place, label), `one of ${known} is expected`, {
        value: label.slice(0, 80),
        values: known,
      });
      sound = false;
      continue;
    }
    const number = asCount(record[label] ?? null, at(place, label), problems);
    if (number === undefined) {
      sound = false;
      continue;
    }
    note?.(exempt.has(label) ? 'labelExempt' : 'labelCount', fromInteger(number), label);
    if (weight !== undefined && !exempt.has(label)) {
      note?.('labelWeight', weight, label);
      counted += number;
      weighted.push(multiply(weight, fromInteger(number)));
    }
  }
  return sound ? { weighted: sum(weighted), counted } : undefined;
}

/** max·min(Σ weight·n / Σ n, 1): a share like that of an actual value in its plan. */
function tallyKernel(
  max: Rational,
  weights: ReadonlyMap<string, Rational>,
  exempt: ReadonlySet<string>,
  rounding: Rounding,
): Kernel | undefined {
  const kernel = share(max, ZERO, rounding);
  const fine = commonTens(weights.values());
  const one = Number(fine);
  const units = new Map([...weights].map(([label, weight]) => [label, exempt.has(label) ? 0 : inUnits(weight, fine)]));
  return (
    kernel && {
      run: kernel.run,
      load({ tally: record }, _target, cell) {
        if (!isObject(record)) return false;
        cell.value = 0;
        cell.whole = 0;
        for (const label of Object.keys(record)) {
          const number = readShortCount(record[label]);
          const weight = units.get(label) ?? (exempt.has(label) ? 0 : Number.NaN);
          if (number === undefined) return false;
          cell.value += weight * number;
          if (!exempt.has(label)) cell.whole += one * number;
        }
        return Number.isSafeInteger(cell.value) && kernel.take(cell);
      },
    }
  );
}
