import type {
  CeilingAccount,
  ClassAccount,
  Condition,
  FactAccount,
  QuotaAccount,
  RankAccount,
  RewardAccount,
} from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';

/** Which kinds of facts are in force, and since when or why. */
export function factLines(fact: FactAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const isListed = fact.rows.length > 0 || fact.others.length > 0;
  const state = fact.inForce || isListed ? words.inForce[fact.inForce ? 'true' : 'false'] : words.noFact;
  const all = [
    ...(fact.classAtMost === null ? [] : [w.fill(words.atMost, { class: w.names.class(fact.classAtMost) })]),
    ...(fact.barred ? [words.barred] : []),
  ];
  const follows = fact.inForce ? all : [];
  return [
    `  ${w.names.fact(fact.code)}: ${[state, ...follows].join('; ')}`,
    ...fact.rows.map((row) => {
      const said = [w.period(row), row.reason, row.document].filter((each) => each !== null);
      return `    ${said.join('; ')}`;
    }),
    ...fact.others.map((row) => {
      const day = w.date(row.state === 'ended' ? row.to! : row.from);
      const said = [w.period(row), w.fill(words.factStates[row.state], { day }), row.reason, row.document];
      return `    ${said.filter((each) => each !== null).join('; ')}`;
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
  return [
    rank.rank === null ? unranked : w.fill(words.rank, { rank: String(rank.rank), of: String(rank.of) }),
    `  ${keysLine(rank, w)}`,
    ...besideLines(rank, w).map((line) => `  ${line}`),
  ];
}

/** What it was ranked by. */
export const keysLine = ({ precedence }: RankAccount, w: ExplainWriter): string =>
  precedence.map(({ key, value }) => keyOf(key, value, w)).join('; ');

/** Who it is level with, and what parts it from the units on either side. */
export function besideLines(rank: RankAccount, w: ExplainWriter): string[] {
  const beside = (['above', 'below'] as const).flatMap((side) => {
    const neighbour = rank[side];
    return neighbour === null ? [] : [w.parted(side, neighbour)];
  });
  const { tiedWith } = rank;
  return [...(tiedWith.length === 0 ? [] : [w.fill(w.words.tiedWith, { units: w.units(tiedWith) })]), ...beside];
}

function keyOf(key: string, value: string, w: ExplainWriter): string {
  return key === 'class' && value === '' ? w.words.noClass : `${w.source(key)} ${w.keyValue(key, value)}`;
}

/** The class of the unit, or why it has none. */
export function classHead(given: string | null, rank: RankAccount, w: ExplainWriter): string {
  const { words } = w;
  if (given !== null) return w.fill(words.classGiven, { class: w.names.class(given) });
  return words.classNone[!rank.competes ? 'guest' : rank.rank === null ? 'unranked' : 'conditions'];
}

/** What became of the unit at one class. */
export function classLines(account: ClassAccount, w: ExplainWriter): string[] {
  const { words } = w;
  const { outcome, conditions, when, whenUnasked, ceilings } = account;
  return [
    `  ${w.names.class(account.code)}: ${words.classOutcomes[outcome]}`,
    ...conditions.map((condition) => `    ${w.condition(condition)}`),
    ...(when === null ? [] : [`    ${w.when(when)}`]),
    ...(whenUnasked === null ? [] : [`    ${words.whenUnasked[whenUnasked]}`]),
    ...ceilings.map((ceiling) => `    ${ceilingOf(ceiling, w)}`),
    ...shareLines(account, w).map((line) => `    ${line}`),
  ];
}

/** How far the places of a class went, so that it can be counted again. */
function shareLines({ outcome, places, taken, share, edge, further }: ClassAccount, w: ExplainWriter): string[] {
  const { words } = w;
  if (share === null || places === null) return [];
  const written = { ...portion(share, w), scope: words.scopes[share.scope] };
  if (share.of === 'ranked') {
    return [
      w.fill(words.places, { places: String(places), taken: String(taken) }),
      wholeShare(share.exact, w.fill(words.share, written), places, w),
      ...(edge.length === 0 || outcome !== 'places' ? [] : [w.fill(words.edge, { units: w.units(edge) })]),
    ];
  }
  const told = (template: string, placed: number, counted: number, most: string, sign: string): string => {
    const numbers = { taken: String(placed), counted: String(counted), units: w.units(edge), noun: w.noun(share.kind) };
    const working = w.fill(words.shareWorking, { ...written, ...numbers, sign, most: w.figure(most) });
    const movers = further?.movers ?? [];
    const moving = movers.length === 0 ? '' : w.fill(words.movers, { units: w.units(movers) });
    return w.fill(template, { ...written, ...numbers, working, movers: moving });
  };
  return [
    w.fill(words.shareNext, written),
    taken === 0
      ? w.fill(words.shareNone, { noun: w.noun(share.kind) })
      : told(words.shareTaken, taken, share.counted, share.most, '≤'),
    ...(further === null ? [] : [told(words.shareFurther, further.taken, further.counted, further.most, '>')]),
  ];
}

const wholeShare = (exact: string | null, share: string, places: number, w: ExplainWriter): string =>
  exact === String(places) ? share : w.fill(w.words.shareWhole, { share, places: String(places) });

/** What became of the unit at one reward. */
export function rewardLines(account: RewardAccount, w: ExplainWriter): string[] {
  const { words, names } = w;
  const { outcome, conditions, when, whenUnasked, barredBy, holds, quota, quotaOf, open, tieAtEdge, vote, last } =
    account;
  const group = account.cluster === null ? words.campaign : names.cluster(account.cluster);
  const barred = { facts: barredBy.map((code) => names.fact(code)).join(', ') };
  return [
    `  ${names.reward(account.code)}, ${group}: ${words.rewardOutcomes[outcome]}`,
    ...conditions.map((condition) => `    ${asked(condition, account.missing, w)}`),
    ...(when === null ? [] : [`    ${w.when(when)}`]),
    ...(whenUnasked === null ? [] : [`    ${w.fill(words.whenUnasked[whenUnasked], { noun: w.ownKind })}`]),
    ...(barredBy.length === 0 ? [] : [`    ${w.fill(words.barredBy, barred)}`]),
    ...holds.map((hold) => `    ${held(hold, w)}`),
    `    ${w.fill(words.quota, { quota: String(quota), open: String(open) })}`,
    ...(quotaOf === null ? [] : [`    ${quotaLine(account, quotaOf, w)}`]),
    ...(tieAtEdge.length === 0 ? [] : [`    ${w.fill(words.tieAtEdge, { units: w.units(tieAtEdge) })}`]),
    ...(last === null ? [] : [`    ${w.parted('last', last)}`]),
    ...(vote === null ? [] : [`    ${voteLine(vote, w)}`]),
  ];
}

/** What the quota is a share of, and how that became whole. */
function quotaLine({ cluster, quota }: RewardAccount, quotaOf: QuotaAccount, w: ExplainWriter): string {
  const { words } = w;
  const { kind, isOnlyFor } = quotaOf;
  const only = isOnlyFor && kind !== null ? w.fill(words.onlyFor, { noun: words.nouns[kind] }) : '';
  const scope = words.scopes[cluster === null ? 'campaign' : 'cluster'];
  const said = w.fill(words.quotaOf, { ...portion(quotaOf, w), scope, only });
  const { exact, rounding } = quotaOf;
  return exact === String(quota) ? said : `${said}; ${w.rounded({ digits: 0, mode: rounding }, exact, String(quota))}`;
}

/** Of an incomplete unit also what it lacks. */
function asked(condition: Condition, missing: readonly string[], w: ExplainWriter): string {
  const said = w.condition(condition);
  if (condition.name !== 'complete' || condition.met) return said;
  return `${said}, ${w.fill(w.words.lacking, { missing: w.missing(missing) })}`;
}

function held(hold: RewardAccount['holds'][number], w: ExplainWriter): string {
  const { words } = w;
  const kinds: Readonly<Record<string, string>> = words.holdKinds;
  const kind = Object.hasOwn(kinds, hold.kind) ? kinds[hold.kind]! : hold.kind;
  const said = w.fill(words.hold, { kind, period: w.period(hold) });
  return hold.reason === null ? said : `${said}; ${w.fill(words.reason, { reason: hold.reason })}`;
}

function voteLine(vote: NonNullable<RewardAccount['vote']>, w: ExplainWriter): string {
  const { words } = w;
  const way = vote.moreThan === undefined ? 'atLeast' : 'moreThan';
  const written = {
    quorum: String(vote.quorum),
    share: w.fill(words.voteShare[way], { share: String(vote[way]) }),
    base: words.voteBase[vote.base],
  };
  const { mustInclude = [] } = vote;
  return [
    w.fill(words.vote, written),
    ...(vote.secret ? [words.secret] : []),
    ...(mustInclude.length > 0 ? [w.fill(words.mustInclude, { roles: mustInclude.join(', ') })] : []),
  ].join('; ');
}

const portion = ({ percent, counted, of, exact, kind, isOnlyFor }: Portion, w: ExplainWriter) => ({
  exact: w.figure(exact ?? ''),
  percent: w.figure(percent),
  counted: String(counted),
  of: w.shareOf(of, isOnlyFor && kind !== null ? w.words.nouns[kind] : w.noun(kind)),
});

interface Portion {
  percent: string;
  counted: number;
  of: string;
  exact: string | null;
  kind: QuotaAccount['kind'];
  isOnlyFor?: boolean;
}

function ceilingOf({ by, code, atMost }: CeilingAccount, w: ExplainWriter): string {
  const { words, names } = w;
  return w.fill(words.ceilings[by], {
    code: by === 'fact' ? names.fact(code) : names.unit(code),
    class: atMost === null ? words.noClass : names.class(atMost),
  });
}
