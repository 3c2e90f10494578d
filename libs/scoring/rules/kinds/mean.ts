import { asList, Fields } from '../../text/fields.js';
import type { JsonValue } from '../../text/json-value.js';
import { at, type Path } from '../../text/path.js';
import type { Problems } from '../../text/problems.js';
import { HUNDRED, multiply, smaller, sum, type Rational } from '../../number/rational.js';
import * as schema from '../../text/json-schema.js';
import { actualField, planField } from '../form.js';
import { defineKind } from '../kind.js';
import { directionField, readPercent, SHARE_WORDS } from '../percent.js';
import type { Offer, PlanRule } from '../rule.js';

/** `mean`: max times the mean of how far each item was fulfilled, none counting for more than its whole. */
export const mean = defineKind({
  kind: 'mean',
  fields: { direction: directionField },
  values: { items: schema.listOf(schema.objectOf({ actual: schema.NOT_NEGATIVE, plan: schema.NOT_NEGATIVE }), 1) },
  bind({ direction }, max) {
    // Each item names its own plan: neither a target nor the rule lends one.
    const plan: PlanRule = { direction, fallback: undefined };
    return {
      required: ['items'],
      optional: [],
      points(offer) {
        const percents = readItems(offer, plan);
        if (percents === undefined) return undefined;
        percents.forEach((percent, index) => offer.note?.('itemPercent', percent, String(index + 1)));
        const total = sum(percents);
        return multiply(max, { n: total.n, d: total.d * 100n * BigInt(percents.length) });
      },
    };
  },
  words: {
    vi: {
      name: 'Trung bình các nội dung',
      rule: 'Điểm bằng {max} nhân trung bình {share} của các nội dung, mỗi nội dung tính tối đa 100%.',
      words: SHARE_WORDS.vi,
    },
    en: {
      name: 'Mean of several',
      rule: '{max} points times the mean of {share} over the items, none counted above 100%.',
      words: SHARE_WORDS.en,
    },
  },
  figures: ({ direction }, max) => ({ max, share: { word: direction } }),
  form: () => [
    {
      path: ['items'],
      type: 'rows',
      label: { vi: 'Các nội dung', en: 'Items' },
      fields: [actualField, planField(undefined, true)],
    },
  ],
});

/** min(pct, 100) of each item; undefined after telling what is wrong with any. */
function readItems({ entry, path, problems }: Offer, plan: PlanRule): readonly Rational[] | undefined {
  const place = at(path, 'items');
  const items = asList(entry['items'], place, problems);
  if (items === undefined) return undefined;
  if (items.length === 0) {
    problems.add('field.range', place, 'at least one item is expected', { reason: 'empty' });
    return undefined;
  }
  const percents: Rational[] = [];
  items.forEach((item, index) => {
    const percent = readItem(item, at(place, index), problems, plan);
    if (percent !== undefined) percents.push(percent);
  });
  return percents.length === items.length ? percents : undefined;
}

function readItem(item: JsonValue, path: Path, problems: Problems, plan: PlanRule): Rational | undefined {
  const before = problems.errors.length;
  const fields = Fields.open(item, path, problems, ['actual', 'plan']);
  if (fields === undefined) return undefined;
  for (const key of ['actual', 'plan']) {
    if (!fields.has(key))
      problems.add('entry.value.shape', fields.at(key), `an item needs ${key}`, { reason: 'missing', key });
  }
  if (problems.errors.length > before) return undefined;
  const percent = readPercent({ entry: fields.record, target: undefined, path, problems }, plan);
  return percent === undefined || percent === 'infinite' ? percent && HUNDRED : smaller(percent, HUNDRED);
}
