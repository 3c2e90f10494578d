import { at } from '../text/path.js';
import { roundToUnits } from '../number/rounding.js';
import { readLabelled, readNamedPoints } from './checks.js';
import type { RuleKind } from './rule.js';

/** `choice`: the points of one of the labels. */
export const choice: RuleKind = {
  kind: 'choice',
  fields: ['options'],
  bind(fields, max) {
    const options = readLabelled(fields, 'options', 'at least one option is expected', (value, path) =>
      readNamedPoints(value, path, fields, max),
    );
    if (options === undefined) return undefined;
    return {
      required: ['choice'],
      optional: [],
      points({ entry, path, problems, note }) {
        const chosen = entry['choice'];
        const place = at(path, 'choice');
        if (typeof chosen !== 'string') {
          problems.add('field.type', place, 'text is expected', { expected: 'text' });
          return undefined;
        }
        note?.('choice', chosen);
        const points = options.get(chosen);
        if (points === undefined) {
          const known = [...options.keys()].join(', ').slice(0, 400);
          problems.add('entry.choice.unknown', place, `one of ${known} is expected`, { values: known });
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
};
