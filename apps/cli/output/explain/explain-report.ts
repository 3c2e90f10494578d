import type { Explanation } from '@thidua/scoring';
import type { Language } from '../languages.js';
import type { Names } from '../names.js';
import { printable } from '../write.js';
import { criterionLines } from './criterion-lines.js';
import { ExplainWriter } from './explain-writer.js';
import { classHead, classLines, factLines, rankLines, rewardLines } from './place-lines.js';
import { roundSections, type NarrowedRounds } from './round-lines.js';
import { totalLines } from './total-lines.js';

/** An explanation, or only some of it: one criterion, one reward. */
export type Narrowed = Partial<Omit<Explanation, 'rounds'>> &
  Pick<Explanation, 'unit'> & { rounds?: NarrowedRounds | null };

/** One and no more, where a template has the plural. */
const ONE = /(?<![\d.,])(1 (?:(?:ranked|competing) )?(?:unit|individual|collective|place))s\b/g;

/** An explanation for people, a line each, indented by what belongs to what. */
export function explainReport(account: Narrowed, names: Names, lang: Language): string {
  const { unit } = account;
  const writer = new ExplainWriter(names.within(unit.cluster), lang, unit);
  const { asOf } = account;
  const day = asOf === undefined ? [] : [writer.fill(writer.words.asOf, { day: writer.date(asOf) })];
  return [`${names.unit(unit.code)}, ${names.cluster(unit.cluster)}`, ...day, ...sections(account, writer)]
    .flatMap((section) => (typeof section === 'string' ? [section] : ['', ...section]))
    .map((line) => printable(lang === 'en' ? line.replaceAll(ONE, '$1') : line))
    .join('\n');
}

/** A section with its heading; none where there is nothing under it. */
const headed = (...section: string[]): string[][] => (section.length > 1 ? [section] : []);

/** Those that have something to say. */
function sections(account: Narrowed, w: ExplainWriter): string[][] {
  const { criteria = [], total, rounds, rank, facts = [], classes = [], rewards = [] } = account;
  const given = account.class ?? null;
  const { words } = w;
  return [
    ...headed(words.criteria, ...criteria.flatMap((criterion) => criterionLines(criterion, w))),
    ...headed(words.total, ...(total ? totalLines(total, criteria, w) : [])),
    ...(rounds ? roundSections(rounds, w) : []),
    ...headed(words.facts, ...facts.flatMap((fact) => factLines(fact, w))),
    ...(rank === undefined ? [] : [rankLines(rank, w)]),
    ...headed(rank === undefined ? '' : classHead(given, rank, w), ...classes.flatMap((each) => classLines(each, w))),
    ...headed(words.rewards, ...rewards.flatMap((reward) => rewardLines(reward, w))),
  ];
}
