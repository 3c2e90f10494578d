import 'reflect-metadata';
import { ConfigError, RedisStartError, loadConfig } from '@thidua/platform';
import { createApi } from './create-api.js';
import { seedDemo } from './demo/seed-demo.js';

/** Failures that are told in one line: what to put right is in it. */
const EXPECTED = [ConfigError, RedisStartError];

async function main(): Promise<void> {
  const config = loadConfig();
  const app = await createApi(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  process.stdout.write(`Thidua is ready: ${url}\n`);
  if (process.argv.includes('--demo')) await seedDemo(app, config, url);
}

main().catch((error: unknown) => {
  const expected = EXPECTED.some((type) => error instanceof type);
  process.stderr.write(expected ? `${(error as Error).message}\n` : `${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
});
