import { RULE_KINDS, type Competition, type Criterion, type Entry, type JsonObject, type Stage } from '@thidua/scoring';
import * as fc from 'fast-check';
import { MAKERS, type Draw } from './kinds.js';

const STAGES: readonly Stage[] = ['self', 'cluster', 'office'];
const MODES = ['halfUp', 'halfEven', 'down', 'up'] as const;
const PRECEDENCES = [
  ['total'],
  ['total', 'part:I', 'penalty'],
  ['part:II', 'total'],
  ['penalty', 'base', 'bonus'],
  ['criterion:c0', 'total', 'criterion:c2'],
];

const pick = <T>(list: readonly T[], drawn: number): T => list[drawn % list.length]!;

const draw = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
const slot = { unit: fc.nat(9), criterion: fc.nat(9), stage: fc.nat(2), draw };

/** Where an entry goes and what from its value is made. */
export interface Slot {
  unit: number;
  criterion: number;
  stage: number;
  draw: Draw;
}

/** The numbers a competition is made from: plain data, so that a failing one shrinks and can be read. */
const shape = fc.record({
  scale: draw,
  criteria: fc.array(fc.record({ max: fc.integer({ min: 1, max: 20 }), kind: fc.nat(99), place: fc.nat(5), draw }), {
    minLength: 3,
    maxLength: 6,
  }),
  clusters: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  ranking: draw,
  classes: fc.array(draw, { maxLength: 3 }),
  rewards: fc.array(draw, { maxLength: 4 }),
  held: fc.nat(20),
  target: draw,
  entries: fc.array(fc.record(slot), { minLength: 4, maxLength: 24 }),
});
export type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** A change of one entry; now and then one that must be refused. */
export const arbitrarySlots = (minLength: number, maxLength: number): fc.Arbitrary<Slot[]> =>
  fc.array(fc.record(slot), { minLength, maxLength });

export const arbitraryCompetition: fc.Arbitrary<Competition> = shape.map(makeCompetition);

/** Every unit of a competition, in file order. */
export const unitsOf = (competition: Competition): string[] =>
  competition.clusters.flatMap(({ units }) => units.map(({ code }) => code));

/** The criteria a unit is scored on, in scale order. */
export function criteriaOf(competition: Competition, unit: string): Criterion[] {
  const cluster = competition.clusters.find(({ units }) => units.some(({ code }) => code === unit))!;
  const scale = competition.scales.find(({ code }) => code === cluster.scale)!;
  return [
    ...scale.parts.flatMap(({ criteria = [] }) => criteria),
    ...(scale.bonus?.criteria ?? []),
    ...(scale.penalty?.criteria ?? []),
  ];
}

/** A right entry for a place of a competition. */
export function makeEntry(competition: Competition, { unit, criterion, stage, draw: drawn }: Slot): Entry {
  const code = pick(unitsOf(competition), unit);
  const known = pick(criteriaOf(competition, code), criterion);
  const maker = MAKERS[known.rule.kind]!;
  return {
    unit: code,
    criterion: known.code,
    stage: pick(STAGES, stage),
    reason: 'theo biên bản kiểm tra',
    ...maker.value(known.rule, Number(known.max), drawn),
  } as Entry;
}

function makeCompetition({ clusters, entries, held, target, classes, rewards, ranking, ...drawn }: Shape): Competition {
  const competition: Competition = {
    format: 'thidua/1',
    campaign: { code: 'x', name: 'Phong trào', from: '2022-01-01', to: '2022-12-31' },
    scales: [makeScale('a', drawn, 0), makeScale('b', drawn, 1)],
    clusters: clusters.map((size, index) => ({
      code: `C${index}`,
      name: `Cụm ${index}`,
      scale: index === 1 ? 'b' : 'a',
      units: Array.from({ length: size }, (_, at) => ({
        code: `U${index}${9 - at}`,
        name: `Đơn vị ${index}.${at}`,
        kind: at % 3 === 2 ? 'individual' : 'collective',
      })),
    })),
    ranking: {
      precedence: pick(PRECEDENCES, ranking[0]),
      missing: ranking[1] % 3 === 2 ? 'unranked' : 'zero',
      stage: pick(STAGES, ranking[2] % 7 === 6 ? 2 : ranking[2] % 3 === 2 ? 1 : 0),
    },
    classes: classes.map(([a, b, c], index) => ({
      code: `k${index}`,
      name: `Loại ${index}`,
      ...(a % 2 === 1 && { minTotal: a % 30 }),
      ...(b % 3 === 1 && { maxPenalty: b % 9 }),
      ...(b % 3 === 2 && { minParts: { I: b % 12 } }),
      ...(c % 2 === 1 && { maxPercent: c % 101 }),
    })),
    entries: [],
  };
  const units = unitsOf(competition);
  competition.rewards = rewards.map(([a, b, c], index) => ({
    code: `r${index}`,
    name: `Khen ${index}`,
    scope: a % 2 === 0 ? 'cluster' : 'campaign',
    quota: b % 2 === 0 ? { count: b % 5 } : { percent: b % 101, rounding: pick(['down', 'up', 'halfUp'] as const, c) },
    ...(a % 3 === 1 && { maxRank: 1 + (a % 3) }),
    ...(a % 5 === 1 && { minTotal: a % 20 }),
    ...(b % 5 === 1 && { for: 'collective' as const }),
    ...(c % 4 === 1 && { minClusterSize: 1 + (c % 3) }),
    ...(c % 3 === 1 && index > 0 && { excludes: [`r${c % index}`] }),
    ...(c % 5 === 1 && classes.length > 0 && { classes: [`k${c % classes.length}`] }),
  }));
  if (held % 3 === 2) competition.holds = [{ unit: pick(units, held), kind: 'discipline', from: '2022-10-01' }];
  const owner = pick(units, target[0]);
  const aimed = pick(criteriaOf(competition, owner), target[1]);
  competition.targets = [{ unit: owner, criterion: aimed.code, plan: 1 + (target[2] % 60) }];
  const made = new Map(entries.map((each) => makeEntry(competition, each)).map((each) => [placeOf(each), each]));
  competition.entries = [...made.values()];
  return competition;
}

/** What identifies an entry: at most one of a unit, a criterion and a stage. */
export const placeOf = ({ unit, criterion, stage }: Entry): string => `${unit} ${criterion} ${stage}`;

/** Two scales of one layout: `shift` gives the second other rules and another rounding. */
function makeScale(code: string, { scale, criteria }: Pick<Shape, 'scale' | 'criteria'>, shift: number) {
  const [a, b, c] = scale;
  const places = criteria.map(({ place }, index) => (index < 2 ? index : place));
  const made = criteria.map(({ max, kind, draw: drawn }, index): Criterion => ({
    code: `c${index}`,
    name: `Tiêu chí ${index}`,
    max,
    ...(drawn[0] % 7 === 6 && { mandatory: false }),
    rule: MAKERS[pick(RULE_KINDS, kind + shift)]!.rule(max, drawn) as JsonObject & { kind: string },
  }));
  const at = (...wanted: number[]): Criterion[] => made.filter((_, index) => wanted.includes(places[index]!));
  const sum = (list: readonly Criterion[]): number => list.reduce((total, { max }) => total + Number(max), 0);
  const part = (name: string, list: Criterion[], off: number) => ({
    code: name,
    name: `Phần ${name}`,
    max: Math.max(1, sum(list) - (off % 5)),
    criteria: list,
  });
  return {
    code,
    version: 1,
    name: `Thang ${code}`,
    rounding: { digits: (a + shift) % 4, mode: pick(MODES, b + shift) },
    ...(c % 4 === 1 && { floor: c % 10 }),
    ...(c % 4 === 2 && { floor: null }),
    ...(c % 5 === 1 && { ceiling: 10 + (c % 30) }),
    parts: [part('I', at(0, 2), a), part('II', at(1, 3), b)],
    bonus: { criteria: at(4), ...(c % 2 === 1 && { max: 1 + (c % 9) }) },
    penalty: { criteria: at(5), ...(b % 2 === 1 && { max: 1 + (b % 9) }) },
  };
}
