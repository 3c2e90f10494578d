import 'reflect-metadata';
import { AuditLog, headText, runProcess } from '@thidua/platform';
import { createApi } from './create-api.js';
import { seedDemo } from './demo/seed-demo.js';
import { printAdministratorLink } from './first-administrator.js';

runProcess(async (config) => {
  const app = await createApi(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  process.stdout.write(`Thidua is ready: ${url}\n`);
  // Whoever keeps what is printed can tell later whether the log was cut off or written anew.
  process.stdout.write(`Audit head: ${headText(await app.get(AuditLog).head())}\n`);
  await printAdministratorLink(app, config, Number(new URL(url).port));
  if (process.argv.includes('--demo')) await seedDemo(app, config, url);
});
