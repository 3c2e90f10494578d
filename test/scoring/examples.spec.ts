import { describe, expect, it } from '@jest/globals';
import {
  compile,
  readCompetition,
  RULE_KINDS,
  score,
  scoreUnit,
  entryOf,
  type ClusterRanking,
  type Competition,
  type Criterion,
  type FileEntry,
  type JsonValue,
  type ResultDocument,
  type Scale,
} from '@thidua/scoring';
import { readJsonFile, valueOf } from './read-file.js';

type Expected = Pick<ResultDocument, 'clusters' | 'rewards'>;

const load = (name: string): [Competition, Expected] => [
  readJsonFile<Competition>(`golden/examples/${name}.json`),
  readJsonFile<Expected>(`golden/examples/${name}.result.json`),
];

const check = (competition: Competition): Competition => valueOf(readCompetition(competition as unknown as JsonValue));

/** The scale with each list of criteria mapped; a part's max is cut to what its criteria still reach. */
function mapCriteria(scale: Scale, map: (criteria: Criterion[]) => Criterion[]): Scale {
  const parts = scale.parts.map((part) => {
    const criteria = map(part.criteria);
    const reachable = criteria.reduce((sum, criterion) => sum + Number(criterion.max), 0);
    return { ...part, criteria, max: Math.min(Number(part.max), reachable) };
  });
  const bonus = scale.bonus && { ...scale.bonus, criteria: map(scale.bonus.criteria) };
  const penalty = scale.penalty && { ...scale.penalty, criteria: map(scale.penalty.criteria) };
  return { ...scale, parts, ...(bonus && { bonus }), ...(penalty && { penalty }) };
}

/** The scale of each unit, by unit code. */
const scalesOf = (competition: Competition): Map<string, Scale> =>
  new Map(
    competition.clusters.flatMap((cluster) =>
      cluster.units.map((unit): [string, Scale] => [
        unit.code,
        competition.scales.find((scale) => scale.code === cluster.scale)!,
      ]),
    ),
  );

const criteriaOf = (scale: Scale): Criterion[] => [
  ...scale.parts.flatMap((part) => part.criteria),
  ...(scale.bonus?.criteria ?? []),
  ...(scale.penalty?.criteria ?? []),
];

/** The competition without the criteria whose rules this engine version does not compute. */
function keepSupported(competition: Competition): Competition {
  const isSupported = (criterion: Criterion): boolean => RULE_KINDS.includes(criterion.rule.kind);
  const scales = scalesOf(competition);
  const entries = competition.entries.filter(({ unit, criterion }) =>
    criteriaOf(scales.get(unit)!).some((each) => each.code === criterion && isSupported(each)),
  );
  return {
    ...competition,
    scales: competition.scales.map((scale) => mapCriteria(scale, (criteria) => criteria.filter(isSupported))),
    entries,
  };
}

/** The same competition with the expected points of every criterion entered as they are. */
function enterPoints(competition: Competition, clusters: ClusterRanking[]): Competition {
  const rounding = { kind: 'direct' };
  const entries = clusters.flatMap(({ standings }) =>
    standings.flatMap(({ unit, criteria }) =>
      Object.entries(criteria).map(([criterion, { points, stage }]): FileEntry => ({
        unit,
        criterion,
        stage,
        points,
        evidence: ['x'],
      })),
    ),
  );
  const direct = (criteria: Criterion[]): Criterion[] => criteria.map((each) => ({ ...each, rule: rounding }));
  return { ...competition, scales: competition.scales.map((scale) => mapCriteria(scale, direct)), entries };
}

describe.each(['42', '43', '44'])('example %s', (name) => {
  it('gives each criterion of a supported kind the points and the stage of the independent program', () => {
    const [competition, expected] = load(name);
    const reduced = check(keepSupported(competition));
    const plan = compile(reduced);
    let compared = 0;
    for (const { standings } of expected.clusters) {
      for (const standing of standings) {
        const entries = reduced.entries.filter(({ unit }) => unit === standing.unit).map(entryOf);
        const { criteria } = scoreUnit(plan, standing.unit, entries);
        const known = plan.scaleOf(standing.unit).byCode;
        const wanted = Object.fromEntries(Object.entries(standing.criteria).filter(([code]) => known.has(code)));
        expect(criteria).toEqual(wanted);
        compared += Object.keys(wanted).length;
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('adds up, ranks, classes and proposes as the independent program, given its points', () => {
    const [competition, expected] = load(name);
    const result = score(check(enterPoints(competition, expected.clusters)), 'sha256:-');
    expect(result.clusters).toEqual(expected.clusters);
    expect(result.rewards).toEqual(expected.rewards);
  });

  it('has the whole file read without errors or is refused for its unsupported kinds alone', () => {
    const [competition] = load(name);
    const outcome = readCompetition(competition as unknown as JsonValue);
    const codes = outcome.ok ? [] : [...new Set(outcome.errors.map((error) => error.code))];
    const kinds = new Set(competition.scales.flatMap(criteriaOf).map((criterion) => criterion.rule.kind));
    const unsupported = [...kinds].filter((kind) => !RULE_KINDS.includes(kind));
    expect(codes).toEqual(unsupported.length === 0 ? [] : ['rule.kind.unsupported']);
  });
});
