#!/usr/bin/env node
// Entry of `npx thidua`. Plain JavaScript, so that it can say what to do where nothing has been built yet.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);

if (existsSync(main)) {
  const { run } = await import(main.href);
  await run(process.argv);
} else {
  process.stderr.write('thidua is not built yet: run `npm start` or `npm run compile` first\n');
  process.exitCode = 1;
}
