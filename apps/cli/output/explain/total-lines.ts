import type { CriterionAccount, RescaleAccount, SumAccount, TotalAccount } from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';

/** How the total came about: parts, bonus and penalty added up, with what was cut, raised or scaled up. */
export function totalLines(total: TotalAccount, criteria: readonly CriterionAccount[], w: ExplainWriter): string[] {
  const { words } = w;
  const bound = total.bound === null ? null : total[total.bound];
  const bounded =
    total.bound === null || bound === null
      ? ''
      : ` → ${w.figure(total.total)}, ${w.fill(words[total.bound], { bound: w.figure(bound) })}`;
  const [base, bonus, penalty] = [total.base, total.bonus.points, total.penalty.points].map((each) => w.figure(each));
  return [
    ...total.parts.flatMap((part) =>
      sumLines(w.fill(words.part, { part: `${part.part} ${part.name}` }), part, w, '  '),
    ),
    ...(total.rescale === null ? [] : [`  ${words.base}: ${scaledBase(total, total.rescale, w)}`]),
    ...unscaled(total, criteria, w).map((line) => `  ${line}`),
    ...sumLines(words.bonus, total.bonus, w, '  '),
    ...sumLines(words.penalty, total.penalty, w, '  '),
    `  ${w.figure(total.sum)} = ${base} + ${bonus} − ${penalty}${bounded}`,
    ...(isWhole(total) ? [] : [`  ${w.fill(words.attainable, { points: w.figure(total.attainable) })}`]),
  ];
}

function scaledBase({ parts }: TotalAccount, rescale: RescaleAccount, w: ExplainWriter): string {
  const added = parts.map(({ points }) => w.figure(points)).join(' + ');
  return `${w.figure(rescale.before)} = ${added} → ${w.figure(rescale.after)}, ${rescaled(rescale, w)}`;
}

/** Where something is not assigned and nothing had to be scaled up for it. */
function unscaled({ parts, rescale }: TotalAccount, criteria: readonly CriterionAccount[], w: ExplainWriter): string[] {
  const lacking = criteria.filter(({ notAssigned }) => notAssigned !== null);
  const isOf = (mode: string) => lacking.filter(({ notAssigned }) => notAssigned!.mode === mode);
  const inBase = isOf('rescaleBase').filter(({ place }) => typeof place !== 'string');
  const inParts = new Set(isOf('rescalePart').flatMap(({ place }) => (typeof place === 'string' ? [] : [place.part])));
  return [
    ...parts
      .filter((part) => inParts.has(part.part) && part.rescale === null)
      .map(({ part, name }) => w.fill(w.words.notScaled, { part: `${part} ${name}` })),
    ...(inBase.length > 0 && rescale === null ? [w.words.baseNotScaled] : []),
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
  const limits = limitsOf(sum, w).map(([points, reason]) => ` → ${w.figure(points)}, ${reason}`);
  return [
    `${indent}${name}: ${w.figure(sum.sum)}${listed === '' ? '' : ` = ${listed}`}${limits.join('')}`,
    ...(sum.when === null ? [] : [`${indent}  ${w.when(sum.when)}`]),
    ...sum.groups.flatMap((group) =>
      sumLines(w.fill(words.group, { group: `${group.group} ${group.name}` }), group, w, `${indent}  `),
    ),
  ];
}

/** What became of a sum, step by step: the points after each, and why. */
function limitsOf(sum: SumAccount, w: ExplainWriter): [points: string, reason: string][] {
  const { words } = w;
  const { min, max, rescale } = sum;
  const isClosed = sum.when?.holds === false;
  return [
    ...(sum.raised && min !== null ? [[min, w.fill(words.raised, { min: w.figure(min) })] as [string, string]] : []),
    ...(sum.cut && max !== null ? [[max, w.fill(words.capped, { max: w.figure(max) })] as [string, string]] : []),
    ...(rescale === null ? [] : [[rescale.after, rescaled(rescale, w)] as [string, string]]),
    ...(isClosed ? [[sum.points, words.closed] as [string, string]] : []),
  ];
}

function rescaled({ before, full, assigned, exact, rounding, rounded, cut }: RescaleAccount, w: ExplainWriter): string {
  const { words } = w;
  if (exact === null) return words.unassigned;
  const written = { before: w.figure(before), full: w.figure(full), assigned: w.figure(assigned) };
  return [
    w.fill(words.rescale, { ...written, exact: w.figure(exact) }),
    ...(rounded ? [w.rounding(rounding)] : []),
    ...(cut ? [words.rescaleCut] : []),
  ].join(', ');
}
