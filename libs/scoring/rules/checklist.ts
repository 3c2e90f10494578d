import { asText, CODE, CODE_FORM, type Fields } from '../file/fields.js';
import { at } from '../file/path.js';
import { smaller, sum, ZERO, type Rational } from '../number/rational.js';
import { commonTens, inUnits } from '../number/whole.js';
import { readNamedPoints } from './checks.js';
import { linear } from './kernels/linear.js';
import type { Offer, RuleKind } from './rule.js';

/** `checklist`: the points of the items done, cut to max. */
export const checklist: RuleKind = {
  kind: 'checklist',
  fields: ['items'],
  bind(fields, max) {
    const items = readItems(fields, max);
    if (items === undefined) return undefined;
    return {
      required: ['done'],
      optional: [],
      points(offer) {
        const done = readDone(offer, items);
        if (done === undefined) return undefined;
        for (const [code, points] of done) offer.note?.('done', points, code);
        const total = sum([...done.values()]);
        offer.note?.('uncut', total);
        return smaller(total, max);
      },
      kernel(rounding) {
        const fine = commonTens(...items.values());
        const kernel = linear({ max, start: ZERO, slope: { n: 1n, d: fine } }, rounding);
        const worth = new Map([...items].map(([code, points]) => [code, inUnits(points, fine)]));
        return (
          kernel && {
            run: kernel.run,
            load(entry, _target, cell) {
              const done = entry['done'];
              if (!Array.isArray(done) || new Set(done).size < done.length) return false;
              const total = done.reduce<number>((all, code) => all + (worth.get(code as string) ?? Number.NaN), 0);
              cell.value = Math.min(total, kernel.enough);
              return Number.isSafeInteger(total);
            },
          }
        );
      },
    };
  },
};

function readItems(fields: Fields, max: Rational): Map<string, Rational> | undefined {
  const labels = fields.labels('items');
  if (labels === undefined) return undefined;
  if (labels.length === 0) return fields.range('items', 'at least one item is expected', 'empty');
  const items = new Map<string, Rational>();
  for (const { label, value, path } of labels) {
    if (!CODE.test(label)) fields.problems.add('field.range', path, CODE_FORM, { reason: 'code' });
    const points = readNamedPoints(value, path, fields, max);
    if (points !== undefined) items.set(label, points);
  }
  return items.size === labels.length ? items : undefined;
}

/** The points of each item done; undefined when one is not of the list or is named twice. */
function readDone(
  { entry, path, problems }: Offer,
  items: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, Rational> | undefined {
  const codes = entry['done'];
  const place = at(path, 'done');
  if (!Array.isArray(codes)) {
    problems.add('field.type', place, 'a list is expected', { expected: 'a list' });
    return undefined;
  }
  const done = new Map<string, Rational>();
  codes.forEach((value, index) => {
    const code = asText(value, at(place, index), problems);
    if (code === undefined) return;
    const points = items.get(code);
    if (points === undefined) {
      problems.add('entry.done.unknown', at(place, index), 'the rule knows no such item', { value: code.slice(0, 80) });
    } else if (done.has(code)) {
      problems.add('entry.done.repeated', at(place, index), 'this item is named already', { value: code });
    } else done.set(code, points);
  });
  return done.size === codes.length ? done : undefined;
}
