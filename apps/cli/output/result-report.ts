import { formatDate, type Competition, type ResultDocument, type Standing } from '@thidua/scoring';
import type { Language } from './languages.js';
import { namesOf as namesIn } from './names.js';
import { rankingTable, type TotalNote } from './ranking-table.js';
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

  const sections = result.clusters.map(({ code, standings }) => {
    const writer = new Writer(names.within(code), lang);
    const lines = standings.map((standing) => ({
      ...standing,
      name: units.get(standing.unit)!,
      className: standing.class === null ? null : classes.get(standing.class)!,
      missing: standing.missing.length === 0 ? [] : [writer.missing(standing.missing)],
      guest: guests.has(standing.unit),
      facts: standing.facts.map((kind) => facts.get(kind)!),
      off: offOf(standing, competition),
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

/** Why a total is not what the columns beside it add up to. */
function offOf({ parts, base, bonus, penalty, total }: Standing, { rounds, combine }: Competition): TotalNote[] {
  const added = Object.values(parts).reduce((sum, points) => sum + millionths(points), 0n);
  const isScaled = added !== millionths(base);
  const isBounded = millionths(base) + millionths(bonus) - millionths(penalty) !== millionths(total);
  if (!isScaled && !isBounded) return [];
  // The last round is told as it is; of several each column is made by itself.
  if (rounds !== undefined && combine?.how !== 'last') return ['rounds'];
  return [...(isScaled ? (['rescaled'] as const) : []), ...(isBounded ? (['bounded'] as const) : [])];
}

/** Points, which have six digits at most, as a whole number. */
function millionths(points: string): bigint {
  const [whole = '0', fraction = ''] = points.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
}

function namesOf(items: readonly { code: string; name: string }[]): Map<string, string> {
  return new Map(items.map(({ code, name }) => [code, name]));
}
