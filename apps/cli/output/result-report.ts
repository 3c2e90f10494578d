import {
  formatDate,
  totalGaps,
  type ClusterRanking,
  type CombinedFrom,
  type Competition,
  type ResultDocument,
  type ShownFigures,
  type Standing,
} from '@thidua/scoring';
import type { Language } from './languages.js';
import { ExplainWriter } from './explain/explain-writer.js';
import { namesOf } from './names.js';
import { orderLine, orderNote } from './order-lines.js';
import { roundNotes } from './round-notes.js';
import { rankingTable } from './ranking-table.js';
import { rewardTable } from './reward-table.js';
import { printable } from './write.js';
import { TABLE_WORDS } from './words.js';

/** A result for people: each cluster's ranking, then what is proposed, with the names of the file. */
export function resultReport(competition: Competition, result: ResultDocument, lang: Language): string {
  const guests = new Set(
    competition.clusters.flatMap((cluster) =>
      cluster.units.flatMap(({ code, competes }) => (competes === false ? [code] : [])),
    ),
  );
  const names = namesOf(lang, competition);
  const sections = result.clusters.map((cluster) => {
    const { code, standings } = cluster;
    const from = combinedFrom(cluster, competition);
    const writer = new ExplainWriter(names.within(code), lang);
    const onRounds = roundNotes(cluster, competition, lang);
    const lines = standings.map((standing, index) => {
      const { unit, missing, facts } = standing;
      const order = orderNote(competition, standing, standings[index - 1], writer);
      return {
        ...standing,
        name: names.unit(unit),
        className: standing.class === null ? null : names.class(standing.class),
        missing: missing.length === 0 ? [] : [writer.missing(missing)],
        guest: guests.has(unit),
        facts: facts.map((kind) => names.fact(kind)),
        remarks: [order, onRounds.get(unit)].filter((each) => each !== undefined),
        gaps: addsUp(standing) ? [] : totalGaps(standing, from?.(unit)),
      };
    });
    return `${printable(names.cluster(code))}\n\n${rankingTable(lines, lang)}\n${printable(orderLine(competition, writer))}`;
  });
  if (result.rewards.length > 0) {
    sections.push(`${TABLE_WORDS[lang].rewards}\n\n${rewardTable(result.rewards, names, lang)}`);
  }
  const asOf = competition.asOf ?? competition.campaign.to;
  const day = TABLE_WORDS[lang].asOf.replace('{day}', formatDate(asOf, lang));
  return [`${printable(competition.campaign.name)}\n${day}`, ...sections].join('\n\n');
}

/** The figures of each round that has begun, by unit: what those of the whole were combined from. */
function combinedFrom(
  { rounds = [] }: ClusterRanking,
  { rounds: known, combine, asOf, campaign }: Competition,
): ((unit: string) => CombinedFrom) | undefined {
  if (known === undefined) return undefined;
  const begun = new Set(known.filter(({ from }) => from <= (asOf ?? campaign.to)).map(({ code }) => code));
  const scores = new Map<string, ShownFigures[]>();
  for (const { standings } of rounds.filter(({ code }) => begun.has(code))) {
    for (const standing of standings) scores.set(standing.unit, [...(scores.get(standing.unit) ?? []), standing]);
  }
  return (unit) => ({ how: combine?.how ?? 'mean', rounds: scores.get(unit) ?? [] });
}

/** Whether the figures of a line make its total as they are printed: then nothing about them wants explaining. */
function addsUp({ parts, bonus, penalty, total }: Standing): boolean {
  const figures = [...Object.values(parts), bonus].map(Number);
  const sum = figures.reduce((all, each) => all + each, -Number(penalty));
  return Math.abs(sum - Number(total)) < 1e-7;
}
