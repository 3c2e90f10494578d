import {
  describeRule,
  kindName,
  type CriterionAccount,
  type EntryAccount,
  type NotAssignedAccount,
  type Step,
  type Working,
} from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';
import { formulaLine } from './formula-line.js';

/** Terms whose value is the file's own text, and those that are days. */
const TEXTS: ReadonlySet<string> = new Set(['choice']);
const DATES: ReadonlySet<string> = new Set(['due', 'on']);

/** How the points of a criterion came about: its entries, the rule's working, what was cut and rounded. */
export function criterionLines(account: CriterionAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const { code, name, kind, max, points, entries, steps, cut, sign } = account;
  const written = { max: w.figure(max), kind: kindName(kind, w.lang), points: w.figure(points) };
  const minus = sign === 'minus' ? `; ${words.minus}` : '';
  return [
    `  ${code} ${name}: ${written.points} (${w.fill(words.criterion, written)}${minus})`,
    ...ruleLine(account, w),
    ...(account.notAssigned === null ? [] : [`    ${notAssigned(account.notAssigned, w)}`]),
    ...entries.flatMap((entry) => entryLines(entry, account, w)),
    ...(account.exact === null && account.notAssigned === null ? [`    ${w.fill(words.nothing, written)}`] : []),
    ...(steps.length > 0 ? [`    ${words.working}: ${stepsOf(steps, max, w)}`] : []),
    ...bestLine(account, w),
    ...formulaLine(account.kind, steps, max, w, '    '),
    ...(account.weights === null ? [] : [`    ${weighed(account.weights, w)}`]),
    ...(cut === null ? [] : [`    ${cutLine(cut, account, w)}`]),
    ...(account.rounded ? [`    ${w.rounded(account.rounding, account.exact ?? '', points)}`] : []),
  ];
}

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
    `    ${stage}: ${points === null ? words.none : w.figure(points)}, ${state}`,
    ...(entry.reason === undefined ? [] : [`      ${w.fill(words.reason, { reason: entry.reason })}`]),
    ...(working === null
      ? []
      : workingLines(asTold(status, working), points ?? '', w.fill(words.stageWorking, { stage }), account, w)),
  ];
}

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
    ...formulaLine(kind, steps, max, w, '      '),
    ...(cut === null ? [] : [`      ${cutLine(cut, account, w)}`]),
    ...(rounded ? [`      ${w.rounded(rounding, exact, points)}`] : []),
  ];
}

/** The bound that points were cut to, as the scale writes points. */
const cutLine = (cut: 'zero' | 'max', { max, rounding }: CriterionAccount, w: ExplainWriter): string =>
  w.fill(w.words.cut[cut], { max: w.figure(max), zero: w.figure((0).toFixed(rounding.digits)) });

const stepsOf = (steps: readonly Step[], max: string, w: ExplainWriter): string =>
  steps.map((step) => stepOf(step, max, w)).join('; ');

function stepOf({ term, value, label }: Step, max: string, w: ExplainWriter): string {
  const { words } = w;
  const told = w.fill(words.terms[term], { noun: w.peers });
  const name = label === undefined ? told : `${told} ${label.replaceAll('_', ' ')}`;
  if (term === 'planFrom') return `${name} ${words.planFrom[value as keyof typeof words.planFrom] ?? value}`;
  if (term === 'withoutPlan') return name;
  if (term === 'expr') return `${name} ${w.formula(value, max)}`;
  if (DATES.has(term)) return `${name} ${w.date(value)}`;
  return `${name} ${value === 'infinite' ? words.infinite : TEXTS.has(term) ? value : w.figure(value)}`;
}

function bestLine({ best }: CriterionAccount, w: ExplainWriter): string[] {
  if (best === null) return [];
  return [
    `    ${w.fill(w.words.best[best.of], { value: w.figure(best.value), units: w.units(best.units), noun: w.peers })}`,
  ];
}

const weighed = ({ sum, whole }: { sum: string; whole: string }, w: ExplainWriter): string =>
  w.fill(w.words.weights, { sum: w.figure(sum), whole: w.figure(whole) });

function notAssigned({ by, reason, mode }: NotAssignedAccount, w: ExplainWriter): string {
  const { notAssigned: words } = w.words;
  const said = [words[by], ...(reason === null ? [] : [w.fill(words.reason, { reason })]), words[mode]];
  return said.join('; ');
}
