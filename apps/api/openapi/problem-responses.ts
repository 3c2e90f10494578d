import { STATUS_CODES } from 'node:http';
import { ACCESS_EXTENSION, REFUSALS_EXTENSION, translate } from '@thidua/platform';
import type { Operation } from './operation.js';

type Codes = readonly [status: number, ...codes: string[]][];

interface Kind {
  readonly isPublic: boolean;
  readonly isChanging: boolean;
}

/** The problems that an operation may answer, by status: those of its kind, and those that its route names. */
export function problemResponses(path: string, operation: Operation, kind: Kind): Record<string, object> {
  const codes = new Map<number, Set<string>>();
  const own = Object.entries(operation[REFUSALS_EXTENSION] ?? {}).map(
    ([status, named]) => [Number(status), ...named] as const,
  );
  for (const [status, ...named] of [...ofKind(path, operation, kind), ...own])
    codes.set(status, new Set([...(codes.get(status) ?? []), ...named]));
  return Object.fromEntries([...codes].map(([status, named]) => [status, responseOf(status, [...named])]));
}

function ofKind(path: string, operation: Operation, { isPublic, isChanging }: Kind): Codes {
  const access = operation[ACCESS_EXTENSION];
  const parameters = operation.parameters ?? [];
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  const isPermitted = typeof access === 'object' && access.kind !== 'signedIn';
  // Whatever needs the database may find it away; what is asked for its own sake tells that by itself.
  const needsDatabase = !isPublic || isChanging;
  return [
    [400, 'request.malformed'],
    ...when(!isPublic, [401, 'session.missing']),
    ...when(isPermitted, [403, 'access.denied']),
    ...when(!isPublic && isChanging, [403, 'session.csrf']),
    ...when(
      parameters.some((each) => each.in !== 'header'),
      [404, 'route.unknown'],
    ),
    ...when(path.includes('{campaign}'), [404, 'scope.unknown']),
    ...when(
      operation.requestBody !== undefined,
      [408, 'request.timeout'],
      [413, 'request.tooLarge', 'request.tooComplex'],
      [400, 'request.encoding'],
      [415, 'request.mediaType'],
      [422, 'request.invalid'],
      [429, 'request.tooMany'],
    ),
    ...when(has('If-Match'), [400, 'header.invalid'], [412, 'sheet.stale'], [428, 'precondition.required']),
    ...when(has('Idempotency-Key'), [400, 'header.invalid'], [428, 'idempotency.required']),
    [500, 'internal'],
    ...when(needsDatabase, [503, 'service.unavailable', 'service.busy', 'storage.unwritable']),
  ];
}

const when = (condition: boolean, ...codes: Codes): Codes => (condition ? codes : []);

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const STALE = { $ref: '#/components/schemas/StaleSheetProblem' };

function responseOf(status: number, codes: readonly string[]): object {
  const lines = codes.map((code) => `- \`${code}\`: ${translate(code, {}, 'en')}`);
  return {
    description: [STATUS_CODES[status], '', ...lines].join('\n'),
    content: { 'application/problem+json': { schema: codes.includes('sheet.stale') ? STALE : PROBLEM } },
  };
}
