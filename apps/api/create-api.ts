import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApplicationModule } from '@thidua/composition';
import {
  FolderLock,
  NestLogger,
  closeConnections,
  configureHttp,
  fastifyOptions,
  projectFolder,
} from '@thidua/platform';
import type { Config } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { describeApi } from './openapi/describe-api.js';
import { readBodies } from './read-bodies.js';

/** Builds the HTTP process, ready to listen. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  // Before anything is opened or migrated there. Where Redis is shared, so may the folder be.
  const lock = config.redis.kind === 'managed' ? await FolderLock.take(config.dataDir) : undefined;
  const app = await NestFactory.create<NestFastifyApplication>(
    ApplicationModule.forRoot(config, { http: true, jobs: config.processors === 'embedded', owner: true, lock }),
    new FastifyAdapter(fastifyOptions(config)),
    // Nest's own account of the start is noise, and of a failed one the error is told by whoever called.
    { logger: false, abortOnError: false, bodyParser: false },
  ).catch(async (error: unknown) => {
    await lock?.release();
    throw error;
  });
  app.useLogger(app.get(NestLogger));
  configureHttp(app);
  closeConnections(app.getHttpAdapter().getInstance(), config.shutdownSeconds);
  await app.register(fastifyCookie);
  readBodies(app);
  serveDescription(app);
  await servePage(app);
  return app;
}

/** Made on the first request: most processes are never asked. */
function serveDescription(app: NestFastifyApplication): void {
  let description: ReturnType<typeof describeApi> | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', () => (description ??= describeApi(app)));
}

/** The built page, and its index for every address that the page routes itself. */
async function servePage(app: NestFastifyApplication): Promise<void> {
  const root = join(projectFolder(), 'apps', 'web', 'dist');
  if (!existsSync(join(root, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(
    fastifyStatic as never,
    {
      root,
      wildcard: false,
      preCompressed: true,
      // Names of built assets change with their content.
      setHeaders: (reply: FastifyReply, file: string) => {
        if (file.includes('/assets/')) void reply.header('cache-control', 'public, max-age=31536000, immutable');
      },
    } as never,
  );
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|assets)([/?]|$)/.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
