import { asCount, asObject, asText, type Fields } from '../text/fields.js';
import { isObject } from '../text/json-value.js';
import { at } from '../text/path.js';
import { clamp, fromInteger, multiply, sum, ZERO, type Rational } from '../number/rational.js';
import { commonTens, inUnits, readShortCount } from '../number/whole.js';
import { readFactor, readLabelled } from './checks.js';
import type { Kernel, Rounding } from './kernels/kernel.js';
import { share } from './kernels/share.js';
import type { Offer, RuleKind } from './rule.js';

/** `tally`: the weighted mean of how many fell under each label, exempt labels (an objective cause) left out. */
export const tally: RuleKind = {
  kind: 'tally',
  fields: ['weights', 'exempt'],
  bind(fields, max) {
    const weights = readLabelled(fields, 'weights', 'at least one label is expected', (value, path) =>
      readFactor(value, path, fields),
    );
    const exempt = readExempt(fields);
    if (weights === undefined || exempt === undefined) return undefined;
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
};

function readExempt(fields: Fields): Set<string> | undefined {
  const exempt = new Set<string>();
  if (!fields.has('exempt')) return exempt;
  const items = fields.list('exempt');
  if (items === undefined) return undefined;
  for (const { value, path } of items) {
    const label = asText(value, path, fields.problems);
    if (label === undefined) continue;
    if (exempt.has(label)) fields.problems.add('code.duplicate', path, 'this label is repeated');
    exempt.add(label);
  }
  return exempt;
}

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
      problems.add('entry.tally.unknown', at(place, label), 'the rule knows no such label');
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
  const fine = commonTens(...weights.values());
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
