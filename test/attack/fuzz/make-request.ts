import type { JsonValue } from '@thidua/scoring';
import { stringify } from 'yaml';
import { ofUnit, selfScore, smallCompetition } from '../../support/competitions.js';
import { TEXTS, mutateText, mutateValue } from './hostile.js';
import type { Chance } from './chance.js';

export interface MadeRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
}

const PARAMS: Readonly<Record<string, readonly string[]>> = {
  campaign: ['f'],
  cluster: ['c1', 'c2'],
  unit: ['u1', 'u2', 'v1'],
  stage: ['self', 'cluster', 'office'],
  criterion: ['A', 'B', 'K', 'P'],
  proposal: ['1', '2'],
};

/** A body that the route takes, by what its address ends in. */
const BODIES: readonly (readonly [RegExp, (chance: Chance, number: number) => JsonValue])[] = [
  [/\/import$/, (_, number) => fileOf(number)],
  [/\/sessions\/link$/, () => ({ token: 'x'.repeat(43) })],
  [/\/sessions$/, () => ({ login: 'login-1', password: 'x' })],
  [
    /reviews$/,
    (chance) => ({
      revision: chance.below(9),
      seen: chance.of([null, 1, 2]),
      outcome: chance.of(['endorse', 'return']),
      reason: 'Lý do',
    }),
  ],
  [
    /\/decision$/,
    (chance) => ({ revision: chance.below(9), outcome: chance.of(['approve', 'reject']), reason: 'Lý do' }),
  ],
  [/\/reopening$/, () => ({ reason: 'Lý do' })],
  [/./, (chance) => ({ entries: selfScore(chance.below(101)) }) as unknown as JsonValue],
];

const fileOf = (number: number): JsonValue =>
  smallCompetition({
    code: `g${number}`,
    clusters: { c1: ['u1', 'u2'], c2: ['v1'] },
    entries: [...ofUnit('u1', selfScore(1)), ...ofUnit('v1', selfScore(2))],
  });

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': ['"0"', '"1"', '"2"', '"-1"', '"999999999"', '"9999999999"', '*', 'W/"1"', '""'],
  'idempotency-key': ['12345678', 'a'.repeat(64), 'a'.repeat(65), '', '\u00ff'.repeat(9)],
  'accept-language': ['en', 'vi', 'en;q=x', ';;;,,,', 'q'.repeat(5_000)],
  'x-correlation-id': ['ok', '\u00e9', 'x'.repeat(100)],
  'if-none-match': ['*', '"x"'],
  cookie: ['thidua_session=', 'thidua_session=x', `thidua_session=${'y'.repeat(43)}`, '%;=;;', 'thidua_session=%00%zz'],
  'x-csrf-token': ['', 'x', '\u00ff'],
  'content-type': ['', 'text/plain', 'application/json; charset=x', 'application/yaml', 'multipart/form-data', 'x'],
  'content-encoding': ['gzip', 'br', 'x'],
  range: ['bytes=0-', 'bytes=-1', 'x'],
  'x-forwarded-for': ['1.2.3.4', 'x', ',,,', '::1'],
  'x-forwarded-proto': ['https', 'x,y'],
  'x-forwarded-host': ['\u00ff', 'a b'],
};

/** A request to the route that is right but for what chance has changed in it. */
export function makeRequest(chance: Chance, route: string, number: number): MadeRequest {
  const [method = '', pattern = ''] = route.split(' ');
  const query = chance.isHit(0.1)
    ? `?round=${encode(chance.of(TEXTS))}${chance.of(['', '&round=b', '&__proto__=c', '&&='])}`
    : '';
  const headers: Record<string, string> = {
    'if-match': `"${chance.below(4)}"`,
    'idempotency-key': `fuzz-${number}-key`,
  };
  const body = method === 'GET' || method === 'DELETE' ? undefined : bodyOf(chance, pattern, number, headers);
  for (const [name, values] of Object.entries(HEADERS)) if (chance.isHit(0.04)) headers[name] = chance.of(values);
  return { method, path: addressOf(chance, pattern) + query, body, headers };
}

function addressOf(chance: Chance, pattern: string): string {
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
    encode(chance.isHit(0.08) ? chance.of(TEXTS).slice(0, 150) : chance.of(PARAMS[name] ?? ['x'])),
  );
  return chance.isHit(0.02) ? path + chance.of(['/', '//', '/%00', '/%zz', '?', '%', ';x', '/..']) : path;
}

function bodyOf(chance: Chance, pattern: string, number: number, headers: Record<string, string>): string {
  const right = BODIES.find(([ends]) => ends.test(pattern))![1](chance, number);
  const value = chance.isHit(0.75) ? mutateValue(chance, right) : right;
  const isYaml = pattern.endsWith('/import') && chance.isHit(0.5);
  headers['content-type'] = isYaml ? 'application/yaml' : 'application/json';
  const text = isYaml ? stringify(value) : JSON.stringify(value);
  return chance.isHit(0.3) ? mutateText(chance, text) : text;
}

const encode = (text: string): string => encodeURIComponent(text.toString().replaceAll(/\p{Surrogate}/gu, '\ufffd'));
