import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { needsExactReader, parseExactJson } from '@thidua/entries';
import { SESSION_COOKIE, Sessions } from '@thidua/identity';
import { Config, Problem, bodyKindOf, boundBodies, boundedJson, cleanTexts } from '@thidua/platform';
import type { FastifyRequest } from 'fastify';

/** Competition files are read as text: their own reader keeps every digit, which `JSON.parse` does not. */
const FILE_TYPES = ['application/yaml', 'application/x-yaml', 'text/yaml'];
const takesFile = ({ routeOptions }: FastifyRequest): boolean => bodyKindOf(routeOptions.config) === 'file';

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
  fastify.addContentTypeParser(FILE_TYPES, { parseAs: 'string' }, async (request: FastifyRequest, text: string) => {
    if (!takesFile(request)) throw new Problem('request.mediaType', 415);
    return text;
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
  const readJson = boundedJson((request, text) => {
    if (takesFile(request)) return text;
    const { value, faults } = cleanTexts(parse(request, text));
    if (faults.length > 0) throw new Problem('request.invalid', 422, { errors: faults });
    return value;
  });
  const json = { parseAs: 'string' } as const;
  fastify.addContentTypeParser('application/json', json, async (request: FastifyRequest, text: string) =>
    readJson(request, text),
  );
}
