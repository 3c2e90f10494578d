import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESSAGES_EN } from '../../../libs/platform/problems/messages.en.js';
import { registeredRoutes } from '../../support/routes.js';
import { startApi } from '../../support/start-api.js';
import type { RunningApi } from '../../support/start-api.js';
import { operationsOf } from './support/open-description.js';
import type { Described, Description } from './support/open-description.js';

let api: RunningApi;
let description: Description;
let operations: Map<string, Described>;
beforeAll(async () => {
  api = await startApi({ database: 'sqlite', processors: 'none' });
  description = await api.anonymous().read<Description & never>('/api/openapi.json');
  operations = operationsOf(description);
});
afterAll(() => api?.stop());

const isChanging = (route: string) => !route.startsWith('GET ');
const isPublic = (operation: Described) => operation['x-access'] === 'public';
const statusesOf = ({ responses }: Described) => Object.keys(responses).map(Number);
const headersOf = ({ parameters = [] }: Described) =>
  parameters.filter((each) => each.in === 'header' && each.required).map(({ name }) => name);
/** Routes of which this does not hold. */
const failing = (holds: (operation: Described, route: string) => boolean) =>
  [...operations].filter(([route, operation]) => !holds(operation, route)).map(([route]) => route);

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1, with all that it refers to', async () => {
    const config = await createConfig({
      rules: {
        struct: 'error',
        'no-unresolved-refs': 'error',
        'security-defined': 'error',
        'path-parameters-defined': 'error',
        'operation-operationId-unique': 'error',
        'operation-tag-defined': 'error',
        'operation-summary': 'error',
        'operation-4xx-response': 'error',
        'operation-4xx-problem-details-rfc7807': 'error',
        'no-invalid-schema-examples': 'error',
        'tag-description': 'error',
      },
    });
    const problems = await lintFromString({ source: JSON.stringify(description), config });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
    expect(description.openapi).toBe('3.1.0');
    expect(JSON.stringify(description)).not.toContain('"nullable"');
  });

  it('has every route of the server, and no other', () => {
    const routes = registeredRoutes(api.app.getHttpAdapter()).filter((route) => route.includes(' /api'));
    expect([...operations.keys()].toSorted()).toEqual(routes);
  });

  it('tells of each what it is for, who may call it and how it may fail', () => {
    expect(failing(({ summary = '' }) => summary.length > 5)).toEqual([]);
    expect(failing(({ tags }) => tags?.length === 1)).toEqual([]);
    expect(failing((operation) => operation['x-access'] !== undefined && operation.security !== undefined)).toEqual([]);
    expect(failing((operation) => statusesOf(operation).some((status) => status >= 400 && status < 500))).toEqual([]);
    expect(failing((operation) => isPublic(operation) || statusesOf(operation).includes(401))).toEqual([]);
    expect(failing(({ responses }) => Object.values(responses).every((each) => each.description !== ''))).toEqual([]);
    expect(failing(({ parameters = [] }) => parameters.every((each) => each.description !== undefined))).toEqual([]);
    expect(failing((operation) => Object.keys(operation).every((key) => !/^x-(?!access$)/.test(key)))).toEqual([]);
  });

  it('names every problem that there is, where it may be answered', () => {
    // Those of single values stand inside `errors`.
    const codes = Object.keys(MESSAGES_EN).filter((code) => !/^(http|field)\.|^sheet\.superseded/.test(code));
    const told = [...operations.values()]
      .flatMap(({ responses }) => Object.values(responses).map((each) => each.description))
      .join('\n');
    expect(codes.filter((code) => !told.includes(`\`${code}\``))).toEqual([]);
  });

  it('asks for the session, and for its token where something is changed', () => {
    const open = [...operations].filter(([, operation]) => isPublic(operation)).map(([route]) => route);
    expect(open.toSorted()).toEqual([
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/metrics',
      'GET /api/openapi.json',
      'POST /api/invitations',
      'POST /api/invitations/acceptance',
      'POST /api/invitations/administrator',
      'POST /api/sessions',
      'POST /api/sessions/link',
    ]);
    const demanded = (operation: Described, route: string) => {
      const schemes = (operation.security ?? []).map((each) => Object.keys(each).toSorted().join(' '));
      if (route === 'GET /api/metrics') return schemes.join() === 'metricsToken';
      if (isPublic(operation)) return schemes.length === 0;
      return schemes.join() === (isChanging(route) ? 'csrf session' : 'session');
    };
    expect(failing(demanded)).toEqual([]);
    const withToken = (operation: Described, route: string) =>
      headersOf(operation).includes('x-csrf-token') === (isChanging(route) && !isPublic(operation));
    expect(failing(withToken)).toEqual([]);
  });

  it('asks for a version where a sheet is changed, and for a key where it is submitted', () => {
    const naming = (header: string) =>
      [...operations].filter(([, operation]) => headersOf(operation).includes(header)).map(([route]) => route);
    const sheet = '/api/campaigns/:campaign/units/:unit/sheets/:stage';
    const criterion = `POST ${sheet}/criteria/:criterion/reopening`;
    expect(naming('If-Match').toSorted()).toEqual([
      `DELETE ${sheet}/draft`,
      criterion,
      `POST ${sheet}/submission`,
      `PUT ${sheet}`,
    ]);
    expect(naming('Idempotency-Key')).toEqual([`POST ${sheet}/submission`]);
    for (const route of naming('If-Match'))
      expect(statusesOf(operations.get(route)!)).toEqual(expect.arrayContaining([412, 428]));
  });

  it('leaves no body of a request and no document open to anything', () => {
    const schemaOf = (schema: object): object => {
      const name = /^#\/components\/schemas\/(\w+)$/.exec((schema as { $ref?: string }).$ref ?? '')?.[1];
      return name === undefined ? schema : schemaOf(description.components.schemas[name]!);
    };
    const isClosed = (schema: object) =>
      (schemaOf(schema) as { additionalProperties?: unknown }).additionalProperties === false;
    expect(
      failing(({ requestBody }) => Object.values(requestBody?.content ?? {}).every(({ schema }) => isClosed(schema))),
    ).toEqual([]);
    for (const name of ['CompetitionFile', 'FileEntry', 'SheetEntry', 'LowerEntry', 'FileScale', 'Result'])
      expect([name, isClosed(description.components.schemas[name]!)]).toEqual([name, true]);
  });
});
