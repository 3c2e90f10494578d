import type { CombinedFigure, RoundAccount, Rounding, RoundsAccount } from '@thidua/scoring';
import { criterionLines, isLeftOut } from './criterion-lines.js';
import type { ExplainWriter } from './explain-writer.js';
import { besideLines, keysLine } from './place-lines.js';
import { totalLines } from './total-lines.js';

/** Rounds of which only one criterion is told have no total. */
export interface NarrowedRounds extends Omit<RoundsAccount, 'list'> {
  list: (Omit<RoundAccount, 'total' | 'place'> & {
    total: RoundAccount['total'] | null;
    place: RoundAccount['place'] | null;
  })[];
}

/** Each round by itself, then how they made the whole. */
export function roundSections({ how, missing, rounding, list, figures }: NarrowedRounds, w: ExplainWriter): string[][] {
  const { words } = w;
  // Where no round counts, every begun one is judged for completeness.
  const isJudgedElsewhere = list.some(({ state }) => state === 'counts');
  // What is assigned to a unit is the same in every round.
  const leftOut = new Set(list[0]?.criteria.filter(isLeftOut).map(({ code }) => `criterion:${code}`));
  const head = w.fill(words.rounds, { how: words.how[how], missing: words.missingRounds[missing] });
  return [
    ...list.map((round) => roundLines(round, isJudgedElsewhere, w)),
    [
      head,
      ...figures.filter(({ figure }) => !leftOut.has(figure)).map((figure) => figureLine(figure, rounding, list, w)),
    ],
  ];
}

function roundLines(round: NarrowedRounds['list'][number], isJudgedElsewhere: boolean, w: ExplainWriter): string[] {
  const { words } = w;
  const state = w.fill(words.roundStates[round.state], { weight: w.figure(round.weight ?? '') });
  const [from, to] = [w.date(round.from), w.date(round.to)];
  const head = w.fill(words.round, { round: w.names.round(round.code), from, to, state });
  // Figures of a round that has not begun or is left out would only mislead.
  if (round.state === 'notBegun') return [head];
  if (round.state === 'empty') return [`${head}${isJudgedElsewhere ? words.notJudged : ''}`];
  return [
    head,
    ...(round.place === null ? [] : placeInRound(round.place, w)),
    ...round.criteria.flatMap((criterion) => criterionLines(criterion, w)),
    ...(round.total === null ? [] : totalLines(round.total, round.criteria, w)),
  ];
}

/** The rank in the round by itself; who is not ranked in it is told why for the whole. */
function placeInRound(place: RoundAccount['place'], w: ExplainWriter): string[] {
  const { words } = w;
  if (place.rank === null) return [`  ${words.roundUnranked}`];
  const rank = w.fill(words.roundRank, { rank: String(place.rank), of: String(place.of) });
  return [`  ${rank} (${keysLine(place, w)})`, ...besideLines(place, w).map((line) => `    ${line}`)];
}

function figureLine(
  { figure, terms, divisor, exact, rounded, value }: CombinedFigure,
  rounding: Rounding,
  list: NarrowedRounds['list'],
  w: ExplainWriter,
): string {
  const { words } = w;
  if (terms.length === 0) return `  ${w.fill(words.noRound, { figure: w.source(figure), value: w.figure(value) })}`;
  const added = terms.map((term) => {
    const times = term.weight === '1' ? '' : `${w.figure(term.weight)} × `;
    const round = list.find(({ code }) => code === term.round)!.name;
    return w.fill(words.term, { times, value: w.figure(term.value), round });
  });
  const line = w.fill(words.figure, {
    figure: w.source(figure),
    terms: added.length > 1 && divisor !== null ? `(${added.join(' + ')})` : added.join(' + '),
    divisor: divisor === null ? '' : ` / ${w.figure(divisor)}`,
    value: w.figure(value),
  });
  return `  ${line}${rounded ? `; ${w.rounded(rounding, exact, value)}` : ''}`;
}
