import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as an operator would, from the project's folder or another. */
export async function runCli(
  args: readonly string[],
  settings: Record<string, string> = {},
  cwd = ROOT,
): Promise<Finished> {
  if (!existsSync(`${ROOT}apps/cli/dist/main.js`)) throw new Error('apps/cli is not built: run `npm run compile`');
  const child = spawn(process.execPath, [`${ROOT}apps/cli/bin/thidua.mjs`, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: status as number | null, stdout, stderr };
}

/** Lines without the last, empty one. */
export const linesOf = (output: string): string[] => output.split('\n').slice(0, -1);
