// `npm start`: installs and builds what is missing, then runs the service with its demonstration data.
// Arguments after `--` go to the service.
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { runScript } from './progress.mjs';

await runScript(async () => {
  await prepare({ browser: false });
  await buildIfStale();
  // On a person's terminal the links must not drown in request lines; whoever wants those says so.
  process.env.LOG_LEVEL ??= 'warn';
  process.chdir(root);
  // In this process: one less that could be left alone by the end of another.
  process.argv.push('--demo');
  await import(join(root, 'apps', 'api', 'dist', 'main.js'));
});
