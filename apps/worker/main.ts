import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ApplicationModule } from '@thidua/composition';
import { ConfigError, NestLogger, RedisStartError, loadConfig } from '@thidua/platform';

/** Failures that are told in one line: what to put right is in it. */
const EXPECTED = [ConfigError, RedisStartError];

/** Works on the queue of the data folder, or of DATABASE_URL and REDIS_URL, beside any number of other processes. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    ApplicationModule.forRoot(loadConfig(), { http: false, jobs: true, owner: false }),
    // Nest's own account of the start is noise, and of a failed one the error is told by whoever called.
    { logger: false, abortOnError: false },
  );
  app.useLogger(app.get(NestLogger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  process.stdout.write('Thidua worker is ready\n');
}

main().catch((error: unknown) => {
  const expected = EXPECTED.some((type) => error instanceof type);
  process.stderr.write(expected ? `${(error as Error).message}\n` : `${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
});
