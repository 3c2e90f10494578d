import { STATUS_CODES } from 'node:http';
import { ACCESS_EXTENSION, BODIES, BODY_EXTENSION, PUBLIC_ACCESS, REFUSALS_EXTENSION } from '@thidua/platform';
import type { BodyBounds } from '@thidua/platform';
import type { Operation } from './operation.js';
import { CSRF_PARAMETER, PARAMETERS } from './parts.js';
import { problemResponses } from './problem-responses.js';

const SAFE = new Set(['get', 'head', 'options']);

/** Completes an operation by what its route states. */
export function completeOperation(path: string, method: string, operation: Operation): void {
  const isPublic = operation[ACCESS_EXTENSION] === PUBLIC_ACCESS;
  const isChanging = !SAFE.has(method);
  for (const parameter of operation.parameters ?? []) Object.assign(parameter, PARAMETERS[parameter.name]);
  if (!isPublic && isChanging) operation.parameters = [CSRF_PARAMETER, ...(operation.parameters ?? [])];
  if (!isPublic) operation.security = [isChanging ? { session: [], csrf: [] } : { session: [] }];
  operation.security ??= [];
  if (operation.requestBody) {
    const bounds: BodyBounds = BODIES[operation[BODY_EXTENSION] ?? 'form'];
    operation.requestBody.description = boundsText(bounds);
  }
  for (const [status, response] of Object.entries(operation.responses)) response.description ||= STATUS_CODES[status]!;
  operation.responses = { ...problemResponses(path, operation, { isPublic, isChanging }), ...operation.responses };
  delete operation[BODY_EXTENSION];
  delete operation[REFUSALS_EXTENSION];
}

function boundsText({ bytes, values, depth, number, seconds }: BodyBounds): string {
  const size = bytes === undefined ? '`bodyLimitMb` of the settings (16 MiB)' : `${bytes / 1024} KiB`;
  const parts = [
    `${size}, ${values} values`,
    `${depth} lists and objects inside each other`,
    `${number} characters of a number`,
  ];
  return `At most ${parts.join(', ')}, sent within ${seconds} s. Unknown members are refused.`;
}
