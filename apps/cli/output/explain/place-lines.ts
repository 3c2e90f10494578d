import type { CeilingAccount, ClassAccount, FactAccount, RankAccount, RewardAccount } from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';

/** Which kinds of facts are in force, and since when or why. */
export function factLines(fact: FactAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const follows = [
    ...(fact.classAtMost === null ? [] : [w.fill(words.atMost, { class: w.names.class(fact.classAtMost) })]),
    ...(fact.barred ? [words.barred] : []),
  ];
  return [
    `  ${fact.name} (${fact.code}): ${[words.inForce[fact.inForce ? 'true' : 'false'], ...follows].join('; ')}`,
    ...fact.rows.map((row) => {
      const said = [w.period(row), row.reason, row.document].filter((each) => each !== null);
      return `    ${said.join('; ')}`;
    }),
    ...(fact.when === null ? [] : [`    ${w.when(fact.when)}`]),
  ];
}

/** The rank, what it was ranked by, and what parts it from the units beside it. */
export function rankLines(rank: RankAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const unranked = rank.competes
    ? w.fill(words.unranked, { missing: w.missing(rank.missing) || words.none })
    : words.guest;
  const beside = (['above', 'below'] as const).flatMap((side) => {
    const neighbour = rank[side];
    if (neighbour === null) return [];
    return [`  ${w.fill(words[side], { ...w.parting(neighbour), rank: String(neighbour.rank) })}`];
  });
  return [
    rank.rank === null ? unranked : w.fill(words.rank, { rank: String(rank.rank), of: String(rank.of) }),
    `  ${rank.precedence.map(({ key, value }) => `${w.source(key)} ${w.keyValue(key, value)}`).join('; ')}`,
    ...(rank.tiedWith.length === 0 ? [] : [`  ${w.fill(words.tiedWith, { units: w.units(rank.tiedWith) })}`]),
    ...beside,
  ];
}

/** What became of the unit at one class. */
export function classLines(account: ClassAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const { outcome, conditions, when, ceilings, places, taken, share, edge } = account;
  const scope = share === null ? '' : words.scopes[share.scope];
  return [
    `  ${w.names.class(account.code)}: ${words.classOutcomes[outcome]}`,
    ...conditions.map((condition) => `    ${w.condition(condition)}`),
    ...(when === null ? [] : [`    ${w.when(when)}`]),
    ...ceilings.map((ceiling) => `    ${ceilingOf(ceiling, w)}`),
    ...(places === null ? [] : [`    ${w.fill(words.places, { places: String(places), taken: String(taken) })}`]),
    ...(share === null ? [] : [`    ${w.fill(words.share, { ...portion(share, w), scope })}`]),
    ...(edge.length === 0 ? [] : [`    ${w.fill(words.edge, { units: w.units(edge) })}`]),
  ];
}

/** What became of the unit at one reward. */
export function rewardLines(account: RewardAccount, w: ExplainWriter): string[] {
  const { words, names } = w;
  const { outcome, conditions, when, barredBy, holds, quota, quotaOf, open, tieAtEdge, last } = account;
  const group = account.cluster === null ? words.campaign : names.cluster(account.cluster);
  const barred = { facts: barredBy.map((code) => names.fact(code)).join(', ') };
  return [
    `  ${names.reward(account.code)}, ${group}: ${words.rewardOutcomes[outcome]}`,
    ...conditions.map((condition) => `    ${w.condition(condition)}`),
    ...(when === null ? [] : [`    ${w.when(when)}`]),
    ...(barredBy.length === 0 ? [] : [`    ${w.fill(words.barredBy, barred)}`]),
    ...holds.map((hold) => `    ${w.fill(words.hold, { kind: hold.kind, period: w.period(hold) })}`),
    `    ${w.fill(words.quota, { quota: String(quota), open: String(open) })}`,
    ...(quotaOf === null
      ? []
      : [`    ${w.fill(words.quotaOf, { ...portion(quotaOf, w), rounding: words.roundings[quotaOf.rounding] })}`]),
    ...(tieAtEdge.length === 0 ? [] : [`    ${w.fill(words.tieAtEdge, { units: w.units(tieAtEdge) })}`]),
    ...(last === null ? [] : [`    ${w.fill(words.last, w.parting(last))}`]),
  ];
}

const portion = ({ percent, counted, of }: { percent: string; counted: number; of: string }, w: ExplainWriter) => ({
  percent: w.figure(percent),
  counted: String(counted),
  of: w.shareOf(of),
});

function ceilingOf({ by, code, atMost }: CeilingAccount, w: ExplainWriter): string {
  const { words, names } = w;
  return w.fill(words.ceilings[by], {
    code: by === 'fact' ? names.fact(code) : names.unit(code),
    class: atMost === null ? words.noClass : names.class(atMost),
  });
}
