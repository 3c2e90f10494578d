import {
  formatDate,
  totalGaps,
  type ClusterRanking,
  type CombinedFrom,
  type Competition,
  type ResultDocument,
  type ShownFigures,
} from '@thidua/scoring';
import type { Language } from './languages.js';
import { namesOf as namesIn } from './names.js';
import { rankingTable } from './ranking-table.js';
import { rewardTable } from './reward-table.js';
import { printable } from './write.js';
import { TABLE_WORDS } from './words.js';
import { Writer } from './writer.js';

/** A result for people: each cluster's ranking, then what is proposed, with the names of the file. */
export function resultReport(competition: Competition, result: ResultDocument, lang: Language): string {
  const classes = namesOf(competition.classes ?? []);
  const clusters = namesOf(competition.clusters);
  const units = namesOf(competition.clusters.flatMap((cluster) => cluster.units));
  const rewards = namesOf(competition.rewards ?? []);
  const facts = namesOf(competition.factKinds ?? []);
  const guests = new Set(
    competition.clusters.flatMap((cluster) =>
      cluster.units.flatMap(({ code, competes }) => (competes === false ? [code] : [])),
    ),
  );
  const names = namesIn(lang, competition);

  const sections = result.clusters.map((cluster) => {
    const { code, standings } = cluster;
    const from = combinedFrom(cluster, competition);
    const writer = new Writer(names.within(code), lang);
    const lines = standings.map((standing) => ({
      ...standing,
      name: units.get(standing.unit)!,
      className: standing.class === null ? null : classes.get(standing.class)!,
      missing: standing.missing.length === 0 ? [] : [writer.missing(standing.missing)],
      guest: guests.has(standing.unit),
      facts: standing.facts.map((kind) => facts.get(kind)!),
      gaps: totalGaps(standing, from?.(standing.unit)),
    }));
    return `${printable(clusters.get(code)!)}\n\n${rankingTable(lines, lang)}`;
  });
  if (result.rewards.length > 0) {
    const rewardNames = {
      reward: (code: string) => rewards.get(code)!,
      cluster: (code: string) => clusters.get(code)!,
      unit: (code: string) => units.get(code)!,
    };
    sections.push(`${TABLE_WORDS[lang].rewards}\n\n${rewardTable(result.rewards, rewardNames, lang)}`);
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

function namesOf(items: readonly { code: string; name: string }[]): Map<string, string> {
  return new Map(items.map(({ code, name }) => [code, name]));
}
