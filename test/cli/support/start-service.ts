import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY = 'Stop with Ctrl-C';
const WITHIN_MS = 120_000;

export interface Service {
  readonly url: string;
  /** What it printed, sign-in links included. */
  readonly printed: string;
  stop(): Promise<void>;
}

/** Starts the built service with its demonstration data, on a port of the system's choice. */
export async function startService(dataDir: string): Promise<Service> {
  const child = spawn(process.execPath, ['apps/api/dist/main.js', '--demo'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complained += chunk));
  const ready = new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error(`the service is not ready: ${printed}${complained}`)), WITHIN_MS).unref();
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${complained}`)));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.includes(READY)) resolve();
    });
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  await ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const url = /Thidua is ready: (\S+)/.exec(printed)![1]!;
  return { url, printed, stop };
}
