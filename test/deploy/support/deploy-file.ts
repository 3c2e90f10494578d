import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const deployPath = (name: string): string => join(ROOT, 'config', 'deploy', name);
export const deployFile = (name: string): string => readFileSync(deployPath(name), 'utf8');

/** The source of a program that is named by its compiled file: `apps/api/dist/main.js`. */
export const sourceOf = (compiled: string): string =>
  join(ROOT, compiled.replace('/dist/', '/').replace(/\.js$/, '.ts'));
