// `npm run generate`: the API's description and the page's client types, made from the code.
// `npm run drift`: makes them aside and fails when they differ from those kept.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runScript, say, SetupError } from './progress.mjs';
import { run } from './run-command.mjs';

const kept = join(root, 'apps', 'web', 'src', 'api', 'generated');
const files = ['openapi.json', 'schema.d.ts'];

await runScript(async () => {
  const check = process.argv.includes('--check');
  const folder = check ? join(root, '.setup', 'generated') : kept;
  mkdirSync(folder, { recursive: true });
  await generate(folder);
  if (!check) return 0;
  const stale = files.filter((file) => contentOf(join(folder, file)) !== contentOf(join(kept, file)));
  if (stale.length === 0) return 0;
  say(`Not what the code gives: ${stale.join(', ')} in apps/web/src/api/generated. Run npm run generate.`);
  return 1;
});

async function generate(folder) {
  const [description, types] = files.map((file) => join(folder, file));
  await must('node', [join('apps', 'api', 'dist', 'write-openapi.js'), description]);
  await must('npx', ['--no-install', 'openapi-typescript', description, '-o', types]);
}

async function must(command, args) {
  if ((await run(command, args, { output: 'on-failure' })) !== 0) throw new SetupError(`${command} ${args[0]} failed`);
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
