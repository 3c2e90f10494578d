import { tellNoText } from '../../text/fields.js';
import { at } from '../../text/path.js';
import { roundToUnits } from '../../number/rounding.js';
import { larger, ZERO } from '../../number/rational.js';
import { numbersByLabel, readPoints } from '../field-types.js';
import { optionsOf } from '../form.js';
import { defineKind } from '../kind.js';
import { listed } from '../labels.js';

/** `choice`: the points of one of the labels. */
export const choice = defineKind({
  kind: 'choice',
  fields: { options: numbersByLabel('at least one option is expected', readPoints) },
  values: { choice: { type: 'string' } },
  bind({ options }) {
    return {
      required: ['choice'],
      optional: [],
      points({ entry, path, problems, note }) {
        const chosen = entry['choice'];
        const place = at(path, 'choice');
        if (typeof chosen !== 'string') return tellNoText(problems, place, chosen ?? null);
        note?.('choice', chosen);
        const points = options.get(chosen);
        if (points === undefined) {
          const known = listed(options.keys());
          problems.add('entry.choice.unknown', place, `one of ${known} is expected`, {
            value: chosen.slice(0, 80),
            values: known,
          });
        }
        return points;
      },
      kernel({ digits, mode }) {
        const labelAt = new Map([...options.keys()].map((label, index) => [label, index]));
        const worth = Float64Array.from(options.values(), (points) => Number(roundToUnits(points, digits, mode)));
        return {
          load(entry, _target, cell) {
            const index = labelAt.get(entry['choice'] as string);
            cell.value = index ?? 0;
            return index !== undefined && Number.isSafeInteger(worth[index]);
          },
          run(values, _wholes, points, from, to) {
            for (let k = from; k < to; k++) points[k] = worth[values[k]!]!;
          },
        };
      },
    };
  },
  reach: ({ options }) => [...options.values()].reduce(larger, ZERO),
  words: {
    vi: {
      name: 'Chọn mức',
      rule: 'Điểm theo mức được chọn: {options}.',
      items: { option: '{label}: {points} điểm' },
    },
    en: {
      name: 'One of several',
      rule: 'The points of what is chosen: {options}.',
      items: { option: '{label}: {points}' },
    },
  },
  figures: ({ options }) => ({
    options: [...options].map(([label, points]) => ({ as: 'option', figures: { label, points } })),
  }),
  form: ({ options }) => [
    { path: ['choice'], type: 'choice', label: { vi: 'Mức', en: 'Choice' }, options: optionsOf(options) },
  ],
});
