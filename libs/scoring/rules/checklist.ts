import { asList, asReference, CODE, CODE_FORM } from '../text/fields.js';
import { at } from '../text/path.js';
import { smaller, sum, ZERO, type Rational } from '../number/rational.js';
import { commonTens, inUnits } from '../number/whole.js';
import { readLabelled, readNamedPoints } from './checks.js';
import { linear } from './kernels/linear.js';
import type { Offer, RuleKind } from './rule.js';

/** `checklist`: the points of the items done, cut to max. */
export const checklist: RuleKind = {
  kind: 'checklist',
  fields: ['items'],
  bind(fields, max) {
    const items = readLabelled(fields, 'items', 'at least one item is expected', (value, path, code) => {
      if (!CODE.test(code)) fields.problems.add('field.range', path, CODE_FORM, { reason: 'code' });
      return readNamedPoints(value, path, fields, max);
    });
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
        const worth = new Map([...items].map(([code, points]) => [code, inUnits(points, fine)]));
        return linear({ max, start: ZERO, slope: { n: 1n, d: fine } }, rounding, ({ done }) => {
          if (!Array.isArray(done) || new Set(done).size < done.length) return undefined;
          const total = done.reduce<number>((all, code) => all + (worth.get(code as string) ?? Number.NaN), 0);
          return Number.isSafeInteger(total) ? total : undefined;
        });
      },
    };
  },
};

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
      problems.add('entry.done.unknown', at(place, index), 'the rule knows no such item', { value: code.slice(0, 80) });
    } else if (done.has(code)) {
      problems.add('entry.done.repeated', at(place, index), 'this item is named already', { value: code });
    } else done.set(code, points);
  });
  return done.size === codes.length ? done : undefined;
}
