import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApplicationModule } from '@thidua/composition';
import { loadConfig } from '@thidua/platform';
import { describeApi } from './openapi/describe-api.js';

/** Writes the API's description to the file named, without opening a database or a queue. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('name the file to write');
  const module = ApplicationModule.forRoot(loadConfig({}), { http: true, jobs: false, owner: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  app.setGlobalPrefix('api');
  await writeFile(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
}

await main();
