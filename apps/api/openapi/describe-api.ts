import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { formatSchemas } from '@thidua/composition';
import { CSRF_HEADER, SESSION_COOKIE } from '@thidua/identity';
import { completeOperation } from './complete-operation.js';
import type { Operation } from './operation.js';
import { nullsOf } from './nulls.js';
import { DESCRIPTION_PATH, PROBLEMS, SECURITY, TAGS } from './parts.js';

const DESCRIPTION = [
  'Emulation competitions: sheets, rankings, reviews and decisions.',
  `Sign in with \`POST /api/sessions\` or \`/api/sessions/link\`: the answer sets the cookie \`${SESSION_COOKIE}\` and gives the`,
  `\`csrfToken\` that goes as \`${CSRF_HEADER}\` with every request that changes something.`,
  'Failures are RFC 9457 problem details with a stable `code`.',
  'Decimals are given as texts, and taken as texts or numbers.',
  '`x-access` of an operation says what its caller must be granted; what a caller may do is listed as `may` in answers.',
].join('\n');

/**
 * The description of the API, made from its routes: what each states of its caller, its body and its headers gives its
 * security, its limits and the problems it may answer.
 */
export function describeApi(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Thidua')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .build();
  const document = SwaggerModule.createDocument(app, head, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const made = document.components?.schemas ?? {};
  for (const [name, schema] of Object.entries(made))
    if (name.endsWith('Dto')) Object.assign(schema, { additionalProperties: false });
  const schemas = { ...made, ...formatSchemas(), ...PROBLEMS } as unknown as typeof made;
  const paths = { ...document.paths, ...(DESCRIPTION_PATH as unknown as OpenAPIObject['paths']) };
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations))
      completeOperation(path, method, operation as Operation);
  }
  return nullsOf({
    ...document,
    tags: TAGS,
    paths,
    components: { securitySchemes: SECURITY, schemas },
  }) as OpenAPIObject;
}
