import { isUtf8 } from 'node:buffer';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { needsExactReader, parseExactJson } from '@thidua/entries';
import { SESSION_COOKIE, Sessions } from '@thidua/identity';
import { Config, Problem, bodyKindOf, boundBodies, boundedJson, cleanTexts, countValues } from '@thidua/platform';
import type { FastifyRequest } from 'fastify';

/** Competition files are read as text: their own reader keeps every digit, which `JSON.parse` does not. */
const FILE_TYPES = ['application/yaml', 'application/x-yaml', 'text/yaml'];
const takesFile = ({ routeOptions }: FastifyRequest): boolean => bodyKindOf(routeOptions.config) === 'file';
const CHARSET = /;\s*charset\s*=\s*"?([^";]*)/i;

/** How the bodies of requests are read, each within the bounds of its route. */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const sessions = app.get(Sessions);
  boundBodies(fastify, app.get(Config), async ({ cookies }: FastifyRequest) => {
    const token = cookies[SESSION_COOKIE];
    return token !== undefined && (await sessions.recognise(token)) !== null ? token : undefined;
  });
  // Nothing here takes plain text, which would come past all that is asked of JSON.
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    if (!takesFile(request)) throw new Problem('request.mediaType', 415);
    return textOf(request, body);
  });
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  const parse = (request: FastifyRequest, text: string): unknown => {
    if (needsExactReader(text)) return parseExactJson(text);
    let body: unknown;
    parseJson(request, text, (error, parsed) => {
      if (error) throw error;
      body = parsed;
    });
    return body;
  };
  const readJson = boundedJson((request, text, values) => {
    if (takesFile(request)) return text;
    const parsed = parse(request, text);
    // Of a member that is written twice the last would count, and nobody would be told: the exact reader tells.
    const { value, faults } = cleanTexts(countValues(parsed) === values ? parsed : parseExactJson(text));
    if (faults.length > 0) throw new Problem('request.invalid', 422, { errors: faults });
    return value;
  });
  const json = { parseAs: 'buffer' } as const;
  fastify.addContentTypeParser('application/json', json, async (request: FastifyRequest, body: Buffer) =>
    readJson(request, textOf(request, body)),
  );
}

/** The text of a body. Read as something else than it is, letters would be replaced in silence. */
function textOf({ headers }: FastifyRequest, body: Buffer): string {
  const charset =
    CHARSET.exec(headers['content-type'] ?? '')?.[1]
      ?.trim()
      .toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') throw new Problem('request.mediaType', 415);
  if (!isUtf8(body)) throw new Problem('request.encoding', 400);
  return body.toString('utf8');
}
