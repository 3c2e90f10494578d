import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ApplicationModule } from '@thidua/composition';
import { AuditLog, NestLogger, headText, runProcess } from '@thidua/platform';

/** Works on the queue of the data folder, or of DATABASE_URL and REDIS_URL, beside any number of other processes. */
runProcess(async (config) => {
  const app = await NestFactory.createApplicationContext(
    ApplicationModule.forRoot(config, { http: false, jobs: true, owner: false }),
    // Nest's own account of the start is noise, and of a failed one the error is told by whoever called.
    { logger: false, abortOnError: false },
  );
  app.useLogger(app.get(NestLogger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  process.stdout.write('Thidua worker is ready\n');
  process.stdout.write(`Audit head: ${headText(await app.get(AuditLog).head())}\n`);
});
