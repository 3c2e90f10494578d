import { parseText, readCompetition, type JsonObject, type JsonValue, type ScoringError } from '@thidua/scoring';

/** What is told of something of size `n`. */
type Probe = (n: number) => readonly ScoringError[];

const of = (document: JsonValue): readonly ScoringError[] => {
  const read = readCompetition(document);
  return read.ok ? [] : read.errors;
};
const ofYaml: (text: string) => readonly ScoringError[] = (text) => {
  const read = parseText(text, 'yaml');
  return read.ok ? [] : read.errors;
};
const ofJson: (text: string) => readonly ScoringError[] = (text) => {
  const read = parseText(text, 'json');
  return read.ok ? [] : read.errors;
};

interface Parts {
  campaign?: JsonObject;
  scale?: JsonObject;
  unit?: JsonObject;
  rule?: JsonObject;
  entry?: JsonObject;
  rewards?: JsonValue[];
}

/** A sound file with one criterion, one unit and what a probe puts into it. */
const file = ({ campaign, scale, unit, rule, entry, rewards = [] }: Parts): JsonObject => ({
  format: 'thidua/1',
  campaign: { code: 'c', name: 'c', from: '2022-01-01', to: '2022-12-31', ...campaign },
  scales: [
    {
      ...{ code: 's', version: 1, name: 's' },
      parts: [
        { code: 'I', name: 'I', max: 9, criteria: [{ code: 'X', name: 'X', max: 9, rule: rule ?? { kind: 'ratio' } }] },
      ],
      ...scale,
    },
  ],
  clusters: [{ code: 'C', name: 'C', scale: 's', units: [{ code: 'U', name: 'U', ...unit }] }],
  entries: entry === undefined ? [] : [{ unit: 'U', criterion: 'X', ...entry }],
  rewards,
});

const formula = (expr: string): JsonObject => ({ kind: 'formula', inputs: ['a'], expr });
const vote = (quorum: string): JsonObject => ({
  ...{ code: 'r', name: 'r', scope: 'cluster', quota: { count: 1 } },
  vote: { quorum, base: 'cast', atLeast: 1 },
});
const items = (n: number, over: () => JsonObject): JsonObject[] =>
  Array.from({ length: n }, (_, index) => ({ code: `c${index}`, name: 'c', ...over() }));
const list = (n: number, item: (index: number) => string, between: string): string =>
  Array.from({ length: n }, (_, index) => item(index)).join(between);

const scaleOf = (criteria: number, code = 's'): JsonObject => ({
  ...{ code, version: 1, name: 's' },
  parts: [{ code: 'I', name: 'I', max: 0, criteria: items(criteria, () => ({ max: 1, rule: { kind: 'direct' } })) }],
});
const PART = { code: 'I', name: 'I', max: 0 };
const groupsOf = (n: number): JsonObject[] =>
  Array.from({ length: n }, (_, index) => ({
    ...{ code: `g${index}`, name: 'g' },
    criteria: [{ code: `x${index}`, name: 'x', max: 1, rule: { kind: 'direct' } }],
  }));
const unitsOf = (n: number, code = 'u'): JsonObject[] =>
  Array.from({ length: n }, (_, index) => ({ code: `${code}${index}`, name: 'u' }));
const clusterOf = (units: JsonObject[], code = 'C', scale = 's'): JsonObject => ({ code, name: 'C', scale, units });
const emptyClusters = (n: number): JsonObject[] => items(n, () => ({ scale: 's', units: [] }));
const roundsOf = (n: number): JsonObject[] => items(n, () => ({ from: '2022-01-01', to: '2022-03-31' }));
const rewardsOf = (n: number): JsonObject[] => items(n, () => ({ quota: { count: 1 } }));

/** By the words of the page's table. Each is sound at the limit and refused one above it. */
export const LIMITS: Readonly<Record<string, Probe>> = {
  'characters of a name, reason or evidence item': (n) => of(file({ campaign: { name: 'ạ'.repeat(n) } })),
  'characters of a code': (n) => of(file({ unit: { code: 'U'.repeat(n) } })),
  'digits of a decimal before the point': (n) =>
    of(file({ rule: formula('min(a, 1)'), entry: { inputs: { a: '9'.repeat(n) } } })),
  'digits of a decimal after the point': (n) =>
    of(file({ rule: formula('a'), entry: { inputs: { a: `1.${'9'.repeat(n)}` } } })),
  'significant digits of a number that is no string': (n) => ofJson(`[1.${'2'.repeat(n - 1)}]`),
  '`rounding.digits`': (n) => of(file({ scale: { rounding: { digits: n } } })),
  '`version` of a scale': (n) => of(file({ scale: { version: n } })),
  '`scales`': (n) =>
    of({ ...file({}), scales: [scaleOf(1), ...Array.from({ length: n - 1 }, (_, index) => scaleOf(1, `s${index}`))] }),
  '`clusters`': (n) => of({ ...file({}), clusters: emptyClusters(n) }),
  '`stages`': (n) => of({ ...file({}), stages: items(n, () => ({ by: 'office' })) }),
  '`rounds`': (n) => of({ ...file({}), rounds: roundsOf(n) }),
  '`factKinds`': (n) => of({ ...file({}), factKinds: items(n, () => ({})) }),
  '`classes`': (n) => of({ ...file({}), classes: items(n, () => ({})) }),
  '`rewards`': (n) => of({ ...file({}), rewards: rewardsOf(n) }),
  'criteria of a scale': (n) => of({ ...file({}), scales: [scaleOf(n)] }),
  'parts and groups of a scale': (n) =>
    of({
      ...file({}),
      scales: [{ ...scaleOf(1), parts: [{ ...PART, groups: groupsOf(n - 1) }] }],
    }),
  'keys of `precedence`': (n) =>
    of({
      ...{ ...file({}), scales: [scaleOf(n)] },
      ranking: { precedence: Array.from({ length: n }, (_, index) => `criterion:c${index}`) },
    }),
  'units × criteria of their scale × rounds': (n) =>
    of({
      ...{ ...file({}), scales: [scaleOf(1_000), scaleOf(1, 't')] },
      clusters: [
        clusterOf(unitsOf(Math.floor(n / 1_000))),
        // What is left is of units with one criterion each.
        clusterOf(unitsOf(n % 1_000, 'v'), 'D', 't'),
      ],
    }),
  'units × parts and groups of their scale × rounds': (n) =>
    of({
      ...{ ...file({}), scales: [{ ...scaleOf(1), parts: items(100, () => ({ max: 0, criteria: [] })) }] },
      clusters: [clusterOf(unitsOf(Math.ceil(n / 100)))],
    }),
  'units × rounds': (n) =>
    of({ ...file({}), rounds: roundsOf(100), clusters: [clusterOf(unitsOf(Math.ceil(n / 100)))] }),
  'clusters × rounds': (n) => of({ ...file({}), rounds: roundsOf(50), clusters: emptyClusters(Math.ceil(n / 50)) }),
  'clusters × rewards, classes and kinds of facts': (n) =>
    of({
      ...{ ...file({}), rewards: rewardsOf(50), classes: items(30, () => ({})), factKinds: items(20, () => ({})) },
      clusters: emptyClusters(Math.ceil(n / 100)),
    }),
  'units × steps of what is asked of each': (n) => {
    const params = Array.from({ length: Math.ceil(n / 5_000) }, (_, index) => `p${index}`);
    return of({
      ...file({ rule: { kind: 'formula', inputs: ['a'], params, expr: 'a' } }),
      clusters: [clusterOf(unitsOf(5_000))],
    });
  },
  'digits above and below the line of a share like 2/3': (n) => of(file({ rewards: [vote(`1/${'9'.repeat(n)}`)] })),
  'characters of a formula': (n) => of(file({ rule: formula(`a${' '.repeat(n - 1)}`) })),
  // Each minus is a node, and so is the name it stands before.
  'nodes of a formula: numbers, names, operators, calls': (n) => of(file({ rule: formula(`${'- '.repeat(n - 1)}a`) })),
  'digits of `round` in a formula': (n) => of(file({ rule: formula(`round(a, ${n})`) })),
  'levels of nesting of a JSON file': (n) => ofJson('['.repeat(n) + ']'.repeat(n)),
  'levels of nesting of a YAML file': (n) => ofYaml('['.repeat(n) + ']'.repeat(n)),
  'characters of a YAML file': (n) => ofYaml(`[]\n#${'x'.repeat(n - 4)}`),
  'keys of a YAML object': (n) => ofYaml(`{${list(n, (i) => `k${i}: 0`, ',')}}`),
  'items of a YAML list': (n) => ofYaml(`[${list(n, () => '0', ',')}]`),
  'anchors, aliases, tags and directives of a YAML file': (n) => ofYaml(list(n, (i) => `- &a${i} 0`, '\n')),
  'comments of a YAML file': (n) => ofYaml(`${'#\n'.repeat(n)}[]`),
  'values that aliases add to a YAML file': (n) =>
    // A list of 99 is a hundred values with the list itself; a single one fills up what is left.
    ofYaml(`a: &a [${'0,'.repeat(99)}]\nb: &b 0\nc: [${'*a ,'.repeat(Math.floor(n / 100))}${'*b ,'.repeat(n % 100)}]`),
};
