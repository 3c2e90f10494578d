import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@thidua/scoring';
import { errorsOf } from '../small-file.js';
import { valueAt, WHOLE, withAt } from './whole-file.js';

const at = (path: string, value: JsonValue | undefined): string[] => errorsOf(withAt(path, value));
const type = (path: string, expected: string): string => `field.type ${path} {"expected":"${expected}"}`;
const range = (path: string, params: object): string => `field.range ${path} ${JSON.stringify(params)}`;

const CRITERION = 'scales[0].parts[0].criteria[0]';

describe('keys', () => {
  const OBJECTS = [
    ...['campaign', 'scales[0]', 'scales[0].rounding', 'scales[0].parts[0]', CRITERION, 'scales[0].bonus'],
    ...['scales[0].penalty', 'clusters[0]', 'clusters[0].units[0]', 'targets[0]', 'entries[0]', 'holds[0]', 'ranking'],
    ...['classes[0]', 'rewards[0]', 'rewards[0].quota', 'rewards[1].quota', 'rewards[0].vote'],
  ];
  it.each(['', ...OBJECTS])('that %s does not know are told', (path) => {
    const key = path === '' ? 'extra' : `${path}.extra`;
    expect(at(key, 1)).toEqual([`field.unknown ${key} {"key":"extra"}`]);
  });

  const missing = (path: string): string => `field.missing ${path} {"key":"${path.split('.').at(-1)}"}`;
  it.each([
    ...['campaign', 'campaign.code', 'campaign.name', 'campaign.from', 'campaign.to', 'scales[0].version'],
    ...['scales[0].name', 'scales[0].parts[0].name', `${CRITERION}.name`, 'scales[0].bonus.criteria[0].max'],
    ...['scales[0].parts[0].max', 'scales[0].bonus.criteria', 'scales[0].bonus.criteria[0].rule', 'clusters[0].name'],
    ...['clusters[0].code', 'targets[0].unit', 'targets[0].criterion', 'targets[0].plan', 'entries[0].unit'],
    ...[
      'entries[0].criterion',
      'holds[0].unit',
      'holds[0].kind',
      'holds[0].from',
      'classes[0].name',
      'rewards[0].name',
    ],
    ...['rewards[0].quota', 'rewards[0].vote.quorum', 'rewards[0].vote.base', 'rewards[1].code'],
    ...['clusters[0].units[0].name', 'scales[0].parts[1].code', 'scales[0].penalty.criteria'],
  ])('that %s lacks are told', (path) => {
    expect(at(path, undefined)).toEqual([missing(path)]);
  });

  it('that may be left out are not asked for', () => {
    for (const path of ['entries', 'rewards[0].scope', 'targets', 'holds', 'ranking', 'rewards[0].vote']) {
      expect(at(path, undefined)).toEqual([]);
    }
    const vote = 'rewards[0].vote';
    expect(at(`${vote}.atLeast`, undefined)).toEqual([range(`${vote}.atLeast`, { reason: 'neither' })]);
    expect(at(`${vote}.moreThan`, '1/2')).toEqual([range(`${vote}.moreThan`, { reason: 'both' })]);
  });

  it('that much else refers to are told with it', () => {
    for (const path of [
      'scales',
      'clusters',
      'scales[0].code',
      'clusters[0].scale',
      'clusters[0].units',
      'classes[0].code',
    ]) {
      expect(at(path, undefined)).toContain(missing(path));
    }
  });

  it.each([
    ...[
      'asOf',
      'campaign.theme',
      'campaign.basis',
      'scales[0].rounding',
      'scales[0].rounding.digits',
      'scales[0].floor',
    ],
    ...['scales[0].rounding.mode', 'scales[0].ceiling', 'scales[0].bonus', 'scales[0].bonus.max', 'scales[0].penalty'],
    ...[`${CRITERION}.scoredBy`, `${CRITERION}.evidence`, `${CRITERION}.mandatory`, 'clusters[0].head', 'targets'],
    ...['clusters[0].deputies', 'clusters[0].units[0].kind', 'holds', 'holds[0].to', 'holds[0].reason', 'ranking'],
    ...['ranking.precedence', 'ranking.missing', 'ranking.stage', 'classes[0].minTotal', 'classes[0].maxPenalty'],
    ...['classes[0].minParts', 'classes[0].maxPercent', 'rewards', 'rewards[0].for', 'rewards[0].quota.rounding'],
    ...['rewards[0].maxRank', 'rewards[0].minTotal', 'rewards[0].classes', 'rewards[0].minClusterSize'],
    ...['rewards[0].excludes', 'rewards[0].vote', 'rewards[0].vote.secret', 'entries[0].stage', 'entries[0].reason'],
  ])('like %s may be absent', (path) => {
    expect(at(path, undefined)).toEqual([]);
  });
});

describe('the kind of a value', () => {
  const LISTS = [
    ...['campaign.basis', 'scales', 'scales[0].parts', 'scales[0].bonus.criteria', 'clusters', 'clusters[0].units'],
    ...['clusters[0].deputies', 'targets', 'entries', 'entries[0].evidence', 'holds', 'ranking.precedence', 'classes'],
    ...['rewards', 'rewards[0].classes', 'rewards[1].excludes'],
  ];
  it.each(LISTS)('%s is a list', (path) => {
    for (const other of [{}, 'x', null]) expect(at(path, other)).toContain(type(path, 'list'));
  });

  const OBJECTS = [
    ...[
      'campaign',
      'scales[0]',
      'scales[0].rounding',
      'scales[0].parts[0]',
      CRITERION,
      'scales[0].bonus',
      'clusters[0]',
    ],
    ...['clusters[0].units[0]', 'targets[0]', 'entries[0]', 'holds[0]', 'ranking', 'classes[0]', 'classes[0].minParts'],
    ...['rewards[0]', 'rewards[0].quota', 'rewards[0].vote', `${CRITERION}.rule`, 'scales[0].penalty'],
  ];
  it.each(OBJECTS)('%s is an object', (path) => {
    for (const other of [[], 'x', null]) expect(at(path, other)).toContain(type(path, 'object'));
  });
});

describe('what is named twice', () => {
  it.each([
    ['scales', {}],
    ['scales[0].parts', { reason: 'section' }],
    ['clusters[0].units', {}],
    ['classes', {}],
    ['rewards', {}],
  ])('is told of %s', (list, reason) => {
    const items = valueAt(list) as { code: string }[];
    const { code } = items.at(-1)!;
    const told = at(list, [...items, items.at(-1)!]).filter((each) => each.includes(`${list}[${items.length}].code `));
    expect(told).toEqual([
      `code.duplicate ${list}[${items.length}].code ${JSON.stringify({ ...reason, value: code })}`,
    ]);
  });

  it('is told of clusters, targets, deputies and keys of the precedence', () => {
    const { clusters, targets } = WHOLE as { clusters: JsonValue[]; targets: JsonValue[] };
    const other = { code: 'C', name: 'x', scale: 'S', units: [] };
    expect(at('clusters', [...clusters, other])).toEqual(['code.duplicate clusters[1].code {"value":"C"}']);
    expect(at('targets', [...targets, ...targets])).toEqual([
      'code.duplicate targets[1] {"reason":"target","value":"I.2"}',
    ]);
    expect(at('clusters[0].deputies', ['V', 'U', 'V'])).toEqual([
      'code.duplicate clusters[0].deputies[2] {"reason":"deputy","value":"V"}',
    ]);
    expect(at('ranking.precedence', ['total', 'part:I', 'total'])).toEqual([
      'ranking.key.duplicate ranking.precedence[2] {"value":"total"}',
    ]);
  });

  it('may be named in another scale, or for another criterion', () => {
    const [scale] = WHOLE['scales'] as JsonValue[];
    expect(at('scales[1]', { ...(scale as object), code: 'T' })).toEqual([]);
    expect(at('targets[1]', { unit: 'V', criterion: 'I.2', plan: 1 })).toEqual([]);
    expect(at('targets[1]', { unit: 'U', criterion: 'I.1', plan: 1 })).toEqual([]);
  });
});

describe('the precedence', () => {
  const key = (name: string): string[] => at('ranking.precedence', [name]);

  it('knows totals, parts and criteria of every scale used', () => {
    for (const name of ['total', 'base', 'bonus', 'penalty', 'part:II', 'criterion:P', 'criterion:I.2']) {
      expect(key(name)).toEqual([]);
    }
    for (const name of [
      'Total',
      'part:',
      'part:III',
      'part:I.1',
      'criterion:I',
      'xpart:I',
      'part:I\n',
      'parts:I',
      '',
    ]) {
      expect(key(name)).toEqual([`ranking.key.unknown ranking.precedence[0] {"value":${JSON.stringify(name)}}`]);
    }
    for (const none of [1, true, null, {}]) {
      expect(at('ranking.precedence', [none])).toEqual([type('ranking.precedence[0]', 'key')]);
    }
    expect(at('ranking.precedence', [])).toEqual([range('ranking.precedence', { reason: 'empty' })]);
  });

  it('asks nothing of a scale that is not used', () => {
    const unused = { code: 'T', version: 1, name: 'T', parts: [] };
    const file = withAt('scales[1]', unused);
    expect(errorsOf(file)).toEqual([]);
    const cluster = { code: 'D', name: 'D', scale: 'T', units: [{ code: 'W', name: 'W' }] };
    expect(errorsOf(withAt('clusters[1]', cluster, file))).toEqual([
      'ref.unknown classes[0].minParts.I {"reason":"part","value":"I"}',
      'ranking.key.unknown ranking.precedence[1] {"value":"part:I"}',
      'ranking.key.unknown ranking.precedence[2] {"value":"criterion:I.1"}',
    ]);
  });
});

describe('a part', () => {
  it('can be reached by its criteria', () => {
    const path = 'scales[0].parts[0].max';
    expect(at(path, 20)).toEqual([]);
    expect(at(path, '20.01')).toEqual([
      `scale.part.unreachable ${path} {"reach":"20.00","max":"20.01","section":"part","code":"I"}`,
    ]);
    // Where the max of a criterion is wrong, nobody knows.
    expect(errorsOf(withAt(path, 30, withAt(`${CRITERION}.max`, 'x')))).toEqual([type(`${CRITERION}.max`, 'decimal')]);
  });
});

describe('an entry', () => {
  const silent = (index: number): string => `entry.reason.missing entries[${index}].reason {"reason":"points"}`;
  const entry = (over: object): string[] => at('entries[1]', { unit: 'V', criterion: 'II.1', points: 1, ...over });

  it('needs evidence only of its own unit, where that is asked for', () => {
    expect(entry({})).toEqual([]);
    expect(entry({ criterion: 'I.1' })).toEqual(['entry.evidence.missing entries[1].evidence']);
    expect(entry({ criterion: 'I.1', evidence: [] })).toEqual(['entry.evidence.missing entries[1].evidence']);
    expect(entry({ criterion: 'I.1', stage: 'cluster' })).toEqual([]);
    expect(entry({ criterion: 'I.1', evidence: 5 })).toEqual([type('entries[1].evidence', 'list')]);
  });

  const NAMES: Record<string, string> = { self: 'Tự chấm', cluster: 'Cụm chấm', office: 'Thẩm định' };
  it.each<[string, string, string[]]>([
    ['unit', 'self', []],
    ['cluster', 'cluster', ['self']],
    ['office', 'office', ['self', 'cluster']],
    // A stage may be named by its code as well as by who enters at it.
    ['self', 'self', []],
  ])('is first entered by the %s', (scoredBy, first, refused) => {
    for (const stage of Object.keys(NAMES)) {
      const file = withAt('scales[0].parts[1].criteria[0].scoredBy', scoredBy);
      const found = errorsOf(withAt('entries[1]', { unit: 'V', criterion: 'II.1', points: 1, stage }, file));
      const told = `entry.stage.reserved entries[1].stage {"stage":"${NAMES[stage]}","scoredBy":"${NAMES[first]}"}`;
      expect(found).toEqual(refused.includes(stage) ? [told] : []);
    }
  });

  it('of another stage says why its points are others', () => {
    const other = (over: object): string[] =>
      at('entries[1]', { unit: 'U', criterion: 'I.1', stage: 'office', points: 6, ...over });
    expect(other({})).toEqual([silent(1)]);
    for (const reason of [' ', '\u200b', '\u0085']) expect(other({ reason })).toEqual([silent(1)]);
    expect(other({ reason: 'r' })).toEqual([]);
    expect(other({ points: 5 })).toEqual([]);
    expect(other({ points: '5.004' })).toEqual([]); // both are 5.00
    expect(other({ points: '5.005' })).toEqual([silent(1)]);
    expect(other({ points: 11 })).toEqual(['entry.points.range entries[1].points {"value":"11","most":"10"}']);
  });

  it('is asked for its reason in the order of the scale', () => {
    const self = (criterion: string): object => ({ unit: 'V', criterion, points: 1, evidence: ['e'] });
    const office = (criterion: string): object => ({ unit: 'V', criterion, points: 2, stage: 'office' });
    expect(at('entries', [office('P'), office('I.1'), self('P'), self('I.1')] as JsonValue)).toEqual([
      silent(1),
      silent(0),
    ]);
  });

  it('stands once for a unit, a criterion and a stage', () => {
    const again = { unit: 'U', criterion: 'I.1', points: 5, evidence: ['e'] };
    expect(at('entries[1]', again)).toEqual([
      'entry.duplicate entries[1] {"unit":"U","criterion":"I.1","stage":"Tự chấm"}',
    ]);
  });

  describe('of no unit, or of an unknown one, stage or round,', () => {
    const missing = (key: string): string => `field.missing entries[1].${key} {"key":"${key}"}`;
    const unknown = (key: string): string => `field.unknown entries[1].${key} {"key":"${key}"}`;
    const noUnit = 'ref.unknown entries[1].unit {"reason":"unit","value":"X"}';
    const told = (value: JsonValue): string[] => at('entries[1]', value);

    it('is told what else can be said of it', () => {
      expect(told({ units: 'U', points: 1 })).toEqual([missing('unit'), missing('criterion'), unknown('units')]);
      expect(told({ unit: 'X', point: 1 })).toEqual([noUnit, missing('criterion'), unknown('point')]);
      expect(told({ unit: 'X', criterion: 5, reason: 5, evidence: 5 })).toEqual([
        noUnit,
        'field.type entries[1].criterion {"expected":"code","reason":"quote","value":"5"}',
        'field.type entries[1].reason {"expected":"text","reason":"quoteText","value":"5"}',
        type('entries[1].evidence', 'list'),
      ]);
      const noStage = 'ref.unknown entries[1].stage {"reason":"stage","value":"X"}';
      expect(told({ unit: 'V', stage: 'X', point: 1 })).toEqual([noStage, missing('criterion'), unknown('point')]);
      expect(told({ unit: 'V', stage: 'X', criterion: 'II.1' })).toEqual([
        noStage,
        'entry.value.shape entries[1].points {"reason":"missing","key":"points"}',
      ]);
    });

    it('is told nothing of what its unit, its stage or its rule would say', () => {
      expect(told({ unit: 'X', criterion: 'nowhere', actual: 'x', tally: 5 })).toEqual([noUnit]);
      expect(told({ unit: 'V', stage: 'X', criterion: 'I.1', points: 99 })).toHaveLength(1);
    });
  });

  it('of a unit whose scale is not known is not judged', () => {
    expect(at('clusters[0].scale', 'X')).toEqual(['ref.unknown clusters[0].scale {"reason":"scale","value":"X"}']);
  });
});
