import type { CriterionAccount, ReachAccount, RescaleAccount, SumAccount, TotalAccount } from '@thidua/scoring';
import { isLeftOut } from './criterion-lines.js';
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
  const leftOut = new Set(criteria.filter(isLeftOut).map(({ code }) => code));
  return [
    ...total.parts.flatMap((part) => [
      ...sumLines(w.fill(words.part, { part: `${part.part} ${part.name}` }), part, leftOut, w, '  '),
      ...scalingOf(part, criteria, w).map((line) => `    ${line}`),
    ]),
    ...baseLines(total, criteria, w).map((line) => `  ${line}`),
    ...sumLines(words.bonus, total.bonus, leftOut, w, '  '),
    ...sumLines(words.penalty, total.penalty, leftOut, w, '  '),
    `  ${w.figure(total.sum)} = ${base} + ${bonus} − ${penalty}${bounded}`,
    ...(isWhole(total)
      ? []
      : [`  ${w.fill(words.attainable[total.attainableOf], { points: w.figure(total.attainable) })}`]),
  ];
}

type Part = TotalAccount['parts'][number];

/** Whether a mode of what is not assigned touches a part, or any. */
const isTouched = (criteria: readonly CriterionAccount[], mode: string, part?: string): boolean =>
  criteria.some(
    ({ notAssigned, place }) =>
      notAssigned?.mode === mode && typeof place !== 'string' && (part === undefined || place.part === part),
  );

/** What a part could give, by which it is scaled up, or why it need not be. */
function scalingOf(part: Part, criteria: readonly CriterionAccount[], w: ExplainWriter): string[] {
  const { words } = w;
  const { reach, rescale } = part;
  if (reach === null || !isTouched(criteria, 'rescalePart', part.part)) return [];
  const assigned = reachLines(words.reach.assigned, reach.assigned, w);
  if (rescale !== null) return [...reachLines(words.reach.full, reach.full, w), ...assigned];
  const points = w.figure(reach.assigned.points);
  return [w.fill(words.notScaled, { part: part.part, points }), ...assigned];
}

/** The same of all parts together. */
function baseLines(
  { parts, rescale, ...total }: TotalAccount,
  criteria: readonly CriterionAccount[],
  w: ExplainWriter,
): string[] {
  const { words } = w;
  if (!isTouched(criteria, 'rescaleBase')) return [];
  const reachOf = (of: 'full' | 'assigned'): string[] => {
    const list = parts.flatMap(({ reach }) => (reach === null ? [] : [reach[of]]));
    const sum = rescale === null ? total.attainable : rescale[of];
    const added = list.map(({ code, points }) => `${code} ${w.figure(points)}`).join(' + ');
    const inside = list.flatMap((each) => reachLines(w.fill(words.part, { part: each.code }), each, w));
    return [`  ${words.reach[of]}: ${w.figure(sum)} = ${added}`, ...inside.map((line) => `    ${line}`)];
  };
  if (rescale === null)
    return [w.fill(words.baseNotScaled, { points: w.figure(total.attainable) }), ...reachOf('assigned')];
  const added = parts.map(({ points }) => w.figure(points)).join(' + ');
  const scaled = `${w.figure(rescale.before)} = ${added} → ${w.figure(rescale.after)}, ${rescaled(rescale, w)}`;
  return [`${words.base}: ${scaled}`, ...reachOf('full'), ...reachOf('assigned')];
}

/** The most that a part or group could give, and what it is made of. */
function reachLines(name: string, { items, groups, sum, max, cut }: ReachAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const added = [
    ...items.map((item) => `${item.criterion} ${w.figure(item.max)}`),
    ...groups.map((group) => `${group.code} ${w.figure(group.points)}`),
  ];
  const capped = cut && max !== null ? ` → ${w.figure(max)}, ${w.fill(words.capped, { max: w.figure(max) })}` : '';
  return [
    `${name}: ${w.figure(sum)}${added.length === 0 ? '' : ` = ${added.join(' + ')}`}${capped}`,
    ...groups.flatMap((group) =>
      reachLines(w.fill(words.group, { group: group.code }), group, w).map((line) => `  ${line}`),
    ),
  ];
}

/** Nothing of the parts was left out or scaled: what they could give is what they say. */
const isWhole = ({ parts, rescale, attainable }: TotalAccount): boolean =>
  rescale === null &&
  parts.every((part) => part.rescale === null) &&
  Number(attainable) === parts.reduce((sum, { max }) => sum + Number(max), 0);

function sumLines(
  name: string,
  sum: SumAccount,
  leftOut: ReadonlySet<string>,
  w: ExplainWriter,
  indent: string,
): string[] {
  const { words } = w;
  const items = sum.items.filter(({ criterion }) => !leftOut.has(criterion));
  const added = [
    ...items.map(({ criterion, sign, points }) => ({ sign, text: `${criterion} ${w.figure(points)}` })),
    ...sum.groups.map(({ group, points }) => ({ sign: 'plus', text: `${group} ${w.figure(points)}` })),
  ];
  const listed = added
    .map(({ sign, text }, index) => `${sign === 'minus' ? '− ' : index === 0 ? '' : '+ '}${text}`)
    .join(' ');
  const lacking = sum.items.flatMap(({ criterion }) => (leftOut.has(criterion) ? [criterion] : []));
  const left = lacking.length === 0 ? '' : w.fill(words.leftOut, { criteria: lacking.join(', ') });
  const limits = limitsOf(sum, w).map(([points, reason]) => ` → ${w.figure(points)}, ${reason}`);
  return [
    `${indent}${name}${boundsOf(sum, w)}: ${w.figure(sum.sum)}${listed === '' ? '' : ` = ${listed}`}${left}${limits.join('')}`,
    ...(sum.when === null ? [] : [`${indent}  ${w.when(sum.when)}`]),
    ...sum.groups.flatMap((group) =>
      sumLines(w.fill(words.group, { group: `${group.group} ${group.name}` }), group, leftOut, w, `${indent}  `),
    ),
  ];
}

/** Between what a sum is held; that nothing falls below 0 goes without saying. */
function boundsOf({ min, max }: SumAccount, w: ExplainWriter): string {
  const { bounds } = w.words;
  const said = [
    ...(min === null || Number(min) === 0 ? [] : [w.fill(bounds.min, { bound: w.figure(min) })]),
    ...(max === null ? [] : [w.fill(bounds.max, { bound: w.figure(max) })]),
  ];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
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
