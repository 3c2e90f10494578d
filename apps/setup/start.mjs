// `npm start`: installs and builds what is missing, then runs the service with its demonstration data.
// Arguments after `--` go to the service.
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { prepare } from './prepare.mjs';
import { runScript } from './progress.mjs';
import { run } from './run-command.mjs';

await runScript(async () => {
  await prepare({ browser: false });
  await buildIfStale();
  // On a person's terminal the links must not drown in request lines; whoever wants those says so.
  const env = { LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
  return run(process.execPath, [join('apps', 'api', 'dist', 'main.js'), '--demo', ...process.argv.slice(2)], { env });
});
