import {
  describeRule,
  kindName,
  type CriterionAccount,
  type EntryAccount,
  type NotAssignedAccount,
  type Step,
  type Working,
} from '@thidua/scoring';
import { nameInWords, type ExplainWriter } from './explain-writer.js';
import { formulaLine } from './formula-line.js';
import type { ExplainWords } from './words.en.js';

/** Terms whose value is the file's own text, and those that are days. */
const TEXTS: ReadonlySet<string> = new Set(['choice']);
const DATES: ReadonlySet<string> = new Set(['due', 'on']);
/** Terms that say all in their own words, and those of which there are several by number. */
const PHRASES: ReadonlySet<string> = new Set(['planFrom', 'planAside', 'withoutPlan']);
const NUMBERED: ReadonlySet<string> = new Set(['itemPercent']);

/** How the points of a criterion came about: its entries, the rule's working, what was cut and rounded. */
export function criterionLines(account: CriterionAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const { max, points, entries, steps, cut, notAssigned } = account;
  const nothing = w.fill(words.nothing, { points: w.figure(points) });
  return [
    headOf(account, w),
    ...ruleLine(account, w),
    ...(notAssigned === null ? [] : [`    ${notAssignedLine(account, notAssigned, w)}`]),
    ...entries.flatMap((entry) => entryLines(entry, account, w)),
    ...(account.exact === null && notAssigned === null ? [`    ${nothing}`] : []),
    ...(steps.length > 0 ? [`    ${words.working}: ${stepsOf(steps, max, w)}`] : []),
    ...bestLine(account, w),
    ...(steps.length > 0 ? formulaLine(account.kind, steps, account, w, '    ') : []),
    ...(account.weights === null ? [] : [`    ${weighed(account.weights, w)}`]),
    ...(cut === null ? [] : [`    ${cutLine(cut, account, w)}`]),
    ...(account.rounded ? [`    ${w.rounded(account.rounding, account.exact ?? '', points)}`] : []),
  ];
}

/** Its points, and what it is: the most it gives, its kind, whether it must be entered and whether it is subtracted. */
function headOf(account: CriterionAccount, w: ExplainWriter): string {
  const { words } = w;
  const { code, name, kind, max, points, sign, place, mandatory } = account;
  const written = { max: w.figure(max), kind: kindName(kind, w.lang) };
  const subtracted = sign === 'minus' ? words.minus : place === 'penalty' ? words.penalised : '';
  const about = `${w.fill(words.criterion, written)}${mandatory ? words.mandatory : ''}${subtracted}`;
  return `  ${code} ${name}: ${isLeftOut(account) ? words.left : w.figure(points)} (${about})`;
}

/** Not assigned, and worth nothing for it. */
export const isLeftOut = ({ notAssigned }: CriterionAccount): boolean =>
  notAssigned !== null && notAssigned.effect !== 'full';

/** The rule in words, with which the points can be worked out from what was entered. */
function ruleLine({ rule, max, sign, place }: CriterionAccount, w: ExplainWriter): string[] {
  const told = describeRule(rule, max, w.lang, sign === 'minus' || place === 'penalty');
  return told === undefined ? [] : [`    ${w.fill(w.words.rule, { sentence: told.sentence })}`];
}

function entryLines(
  { entry, status, points, weight, working }: EntryAccount,
  account: CriterionAccount,
  w: ExplainWriter,
): string[] {
  const { words } = w;
  const state = w.fill(words.status[status], { weight: w.figure(weight ?? '') });
  const stage = w.names.stage(entry.stage);
  return [
    `    ${stage}: ${points === null ? enteredOf(entry, w) : w.figure(points)}, ${state}`,
    ...(entry.reason === undefined ? [] : [`      ${w.fill(words.reason, { reason: entry.reason })}`]),
    ...(working === null
      ? []
      : workingLines(asTold(status, working), points ?? '', w.fill(words.stageWorking, { stage }), account, w)),
  ];
}

/** Of an entry that was never measured against the cluster what it says. */
const enteredOf = (entry: EntryAccount['entry'], w: ExplainWriter): string =>
  (['actual', 'plan'] as const)
    .flatMap((field) => {
      const value = entry[field];
      return value === undefined ? [] : [w.fill(w.words.entered[field], { value: w.figure(String(value)) })];
    })
    .join(', ');

/** Of an entry that does not count only how its points were rounded. */
const asTold = (status: EntryAccount['status'], working: Working): Working =>
  status === 'below' || status === 'overruled' ? { ...working, steps: [] } : working;

/** The rule's working at a stage that counts by its weight. */
function workingLines(
  { steps, exact, rounded, cut }: Working,
  points: string,
  name: string,
  account: CriterionAccount,
  w: ExplainWriter,
): string[] {
  const { kind, max, rounding } = account;
  return [
    ...(steps.length === 0 ? [] : [`      ${name}: ${stepsOf(steps, max, w)}`]),
    ...(steps.length === 0 ? [] : formulaLine(kind, steps, { max, exact }, w, '      ')),
    ...(cut === null ? [] : [`      ${cutLine(cut, account, w)}`]),
    ...(rounded ? [`      ${w.rounded(rounding, exact, points)}`] : []),
  ];
}

/** The bound that points were cut to, as the scale writes points. */
const cutLine = (cut: 'zero' | 'max', { max, rounding }: CriterionAccount, w: ExplainWriter): string =>
  w.fill(w.words.cut[cut], { max: w.figure(max), zero: w.figure((0).toFixed(rounding.digits)) });

/** The steps one after the other; where a plan comes from stands behind it. */
const stepsOf = (steps: readonly Step[], max: string, w: ExplainWriter): string =>
  steps
    .map((step, index) => {
      const separator = index === 0 ? '' : step.term === 'planFrom' || step.term === 'planAside' ? ' ' : '; ';
      return `${separator}${stepOf(termOf(step, steps), step, max, w)}`;
    })
    .join('');

/** A median of an even number of marks is none of them. */
function termOf({ term }: Step, steps: readonly Step[]): keyof ExplainWords['terms'] {
  const counted = steps.filter((step) => step.term === 'markCounted').length;
  return term === 'markMedian' && counted % 2 === 0 ? 'markMedianOfTwo' : term;
}

function stepOf(
  told: keyof ExplainWords['terms'],
  { term, value, label }: Step,
  max: string,
  w: ExplainWriter,
): string {
  const { words } = w;
  const from = words.planFrom[value as keyof typeof words.planFrom] ?? value;
  const figure = value === 'infinite' ? words.infinite : w.figure(value);
  const phrase = w.fill(words.terms[told], { noun: w.peers, value: figure, from });
  const name =
    label === undefined ? phrase : `${phrase} ${NUMBERED.has(term) ? `${label}:` : `“${nameInWords(label)}”`}`;
  if (PHRASES.has(term)) return name;
  if (term === 'expr') return `${name} ${w.formula(value, max)}`;
  if (DATES.has(term)) return `${name} ${w.date(value)}`;
  return `${name} ${TEXTS.has(term) ? `“${value}”` : figure}`;
}

function bestLine({ best }: CriterionAccount, w: ExplainWriter): string[] {
  if (best === null) return [];
  return [
    `    ${w.fill(w.words.best[best.of], { value: w.figure(best.value), units: w.units(best.units), noun: w.peers })}`,
  ];
}

const weighed = ({ sum, whole }: { sum: string; whole: string }, w: ExplainWriter): string =>
  w.fill(w.words.weights, { sum: w.figure(sum), whole: w.figure(whole) });

const quoted = (list: readonly string[]): string => list.map((each) => `“${each}”`).join(', ');

function notAssignedLine({ place }: CriterionAccount, account: NotAssignedAccount, w: ExplainWriter): string {
  const { by, reason, lacks, has, mode, effect } = account;
  const { notAssigned: words } = w.words;
  const part = typeof place === 'string' ? '' : place.part;
  const why = [
    ...(by === 'listed' ? [w.fill(words.listed, { noun: w.own })] : []),
    ...(lacks.length > 0 ? [w.fill(words.lacks, { noun: w.peers, traits: quoted(lacks) })] : []),
    ...(has.length > 0 ? [w.fill(words.has, { noun: w.peers, traits: quoted(has) })] : []),
    ...(reason === null ? [] : [w.fill(words.reason, { reason })]),
  ];
  const isScaled = mode === 'rescalePart' || mode === 'rescaleBase';
  const follows =
    (effect === 'scaled' || effect === 'enough') && isScaled
      ? w.fill(words[effect][mode], { part })
      : words[effect === 'full' ? effect : 'none'];
  return [...why, follows].join('; ');
}
