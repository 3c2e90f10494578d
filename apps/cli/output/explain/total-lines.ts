import type { RescaleAccount, SumAccount, TotalAccount } from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';

/** How the total came about: parts, bonus and penalty added up, with what was cut, raised or scaled up. */
export function totalLines(total: TotalAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const bound = total.bound === null ? null : total[total.bound];
  const bounded =
    total.bound === null || bound === null
      ? ''
      : ` (${w.fill(words[total.bound], { sum: w.figure(total.sum), bound: w.figure(bound) })})`;
  const [base, bonus, penalty] = [total.base, total.bonus.points, total.penalty.points].map((each) => w.figure(each));
  return [
    ...total.parts.flatMap((part) =>
      sumLines(w.fill(words.part, { part: `${part.part} ${part.name}` }), part, w, '  '),
    ),
    ...(total.rescale === null
      ? []
      : [`  ${w.fill(words.base, { base: base! })}`, `    ${rescaled(total.rescale, w)}`]),
    ...sumLines(words.bonus, total.bonus, w, '  '),
    ...sumLines(words.penalty, total.penalty, w, '  '),
    `  ${w.figure(total.total)} = ${base} + ${bonus} − ${penalty}${bounded}`,
    ...(isWhole(total) ? [] : [`  ${w.fill(words.attainable, { points: w.figure(total.attainable) })}`]),
  ];
}

/** Nothing of the parts was left out or scaled: what they could give is what they say. */
const isWhole = ({ parts, rescale, attainable }: TotalAccount): boolean =>
  rescale === null &&
  parts.every((part) => part.rescale === null) &&
  Number(attainable) === parts.reduce((sum, { max }) => sum + Number(max), 0);

function sumLines(name: string, sum: SumAccount, w: ExplainWriter, indent: string): string[] {
  const { words } = w;
  const items = sum.items.map(({ criterion, sign, points }, index) => {
    const operator = sign === 'minus' ? ' − ' : index === 0 ? '' : ' + ';
    return `${operator}${criterion} ${w.figure(points)}`;
  });
  const groups = sum.groups.map(
    ({ group, points }, index) => `${index + items.length === 0 ? '' : ' + '}${group} ${w.figure(points)}`,
  );
  const listed = [...items, ...groups].join('').trim();
  const limits = [
    ...(sum.raised ? [w.fill(words.raised, { sum: w.figure(sum.sum), min: w.figure(sum.min ?? '0') })] : []),
    ...(sum.when?.holds === false ? [w.fill(words.closed, { sum: w.figure(sum.sum) })] : []),
    ...(sum.cut && sum.max !== null ? [w.fill(words.capped, { sum: w.figure(sum.sum), max: w.figure(sum.max) })] : []),
  ];
  const limited = limits.length === 0 ? '' : ` (${limits.join('; ')})`;
  return [
    `${indent}${name}: ${w.figure(sum.points)}${listed === '' ? '' : ` = ${listed}`}${limited}`,
    ...(sum.when === null ? [] : [`${indent}  ${w.when(sum.when)}`]),
    ...(sum.rescale === null ? [] : [`${indent}  ${rescaled(sum.rescale, w)}`]),
    ...sum.groups.flatMap((group) =>
      sumLines(w.fill(words.group, { group: `${group.group} ${group.name}` }), group, w, `${indent}  `),
    ),
  ];
}

function rescaled({ before, full, assigned, exact, cut, after }: RescaleAccount, w: ExplainWriter): string {
  const written = {
    before: w.figure(before),
    full: w.figure(full),
    assigned: w.figure(assigned),
    after: w.figure(after),
  };
  const { unassigned, rescale, rescaleCut } = w.words;
  return w.fill(exact === null ? unassigned : cut ? rescaleCut : rescale, written);
}
