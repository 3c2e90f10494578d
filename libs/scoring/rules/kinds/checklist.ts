import { asList, asReference, CODE, CODE_FORM } from '../../text/fields.js';
import { at } from '../../text/path.js';
import { compare, smaller, sum, ZERO, type Rational } from '../../number/rational.js';
import { commonTens, inUnits } from '../../number/whole.js';
import * as schema from '../../text/json-schema.js';
import { exactText } from '../../number/exact-text.js';
import { numbersByLabel, readPoints } from '../field-types.js';
import { optionsOf } from '../form.js';
import { defineKind } from '../kind.js';
import { listed } from '../labels.js';
import { linear } from '../kernels/linear.js';
import type { Offer } from '../rule.js';

/** `checklist`: the points of the items done, cut to max. */
export const checklist = defineKind({
  kind: 'checklist',
  fields: {
    items: numbersByLabel('at least one item is expected', (value, path, fields, max, code) => {
      if (!CODE.test(code)) fields.problems.add('field.range', path, CODE_FORM, { reason: 'code' });
      return readPoints(value, path, fields, max);
    }),
  },
  values: { done: schema.listOf(schema.TEXT) },
  bind({ items }, max) {
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
        const fine = commonTens(items.values());
        const worth = new Map([...items].map(([code, points]) => [code, inUnits(points, fine)]));
        return linear({ max, start: ZERO, slope: { n: 1n, d: fine } }, rounding, ({ done }) => {
          if (!Array.isArray(done) || new Set(done).size < done.length) return undefined;
          const total = done.reduce<number>((all, code) => all + (worth.get(code as string) ?? Number.NaN), 0);
          return Number.isSafeInteger(total) ? total : undefined;
        });
      },
    };
  },
  reach: ({ items }, max) => smaller(sum([...items.values()]), max),
  remarks({ items }, max) {
    const total = sum([...items.values()]);
    if (compare(total, max) <= 0) return [];
    const params = { sum: exactText(total), max: exactText(max) };
    const message = `the items come to ${params.sum} points, of which ${params.max} count: lower some or raise max`;
    return [{ warning: 'rule.weights.sum', keys: ['items'], message, params: { reason: 'items', ...params } }];
  },
  words: {
    vi: {
      name: 'Các nội dung đã làm',
      rule: 'Cộng điểm các nội dung đã thực hiện, nhiều nhất {max} điểm: {items}.',
      items: { item: '{code}: {points} điểm' },
    },
    en: {
      name: 'Checklist',
      rule: 'The points of all that is done are added up, {max} points at most: {items}.',
      items: { item: '{code}: {points}' },
    },
  },
  figures: ({ items }, max) => ({
    max,
    items: [...items].map(([code, points]) => ({ as: 'item', figures: { code, points } })),
  }),
  form: ({ items }) => [
    { path: ['done'], type: 'choices', label: { vi: 'Đã thực hiện', en: 'Done' }, options: optionsOf(items) },
  ],
});

/** The points of each item done; undefined when one is not of the list or is named twice. */
function readDone(
  { entry, path, problems }: Offer,
  items: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, Rational> | undefined {
  const place = at(path, 'done');
  const codes = asList(entry['done'], place, problems);
  if (codes === undefined) return undefined;
  const done = new Map<string, Rational>();
  codes.forEach((value, index) => {
    const code = asReference(value, at(place, index), problems);
    if (code === undefined) return;
    const points = items.get(code);
    if (points === undefined) {
      const known = listed(items.keys());
      problems.add('entry.done.unknown', at(place, index), `one of ${known} is expected`, {
        value: code.slice(0, 80),
        values: known,
      });
    } else if (done.has(code)) {
      problems.add('entry.done.repeated', at(place, index), `${code} is named already: keep one of them`, {
        value: code,
      });
    } else done.set(code, points);
  });
  return done.size === codes.length ? done : undefined;
}
