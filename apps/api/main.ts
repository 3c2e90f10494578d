import 'reflect-metadata';
import { runProcess } from '@thidua/platform';
import { createApi } from './create-api.js';
import { seedDemo } from './demo/seed-demo.js';

runProcess(async (config) => {
  const app = await createApi(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  process.stdout.write(`Thidua is ready: ${url}\n`);
  if (process.argv.includes('--demo')) await seedDemo(app, config, url);
});
