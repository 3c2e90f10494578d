import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** The programs that will do, in the order they are tried. */
const EXECUTABLES = ['redis-server', 'valkey-server'] as const;
const TERM_MS = 5000;
const REMEMBERED_LINES = 20;

/** Why the private Redis could not be started, in one line. */
export class RedisStartError extends Error {
  override readonly name = 'RedisStartError';
}

/** A running private Redis server that does not outlive this process, however this process ends. */
export class RedisProcess {
  /** Settles when the server has ended, with the words of how. */
  readonly exited: Promise<string>;
  private ended = false;
  private readonly output: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly reaper: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', this.remember);
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.ended = true;
        // The number may soon be another process's: nobody is left to be reaped under it.
        killGroup(reaper);
        resolve(signal ? `signal ${signal}` : `exit status ${code}`);
      });
    });
  }

  /**
   * Starts the server with a configuration given on its standard input, so that no password is seen in a process list.
   * @throws RedisStartError when no server program is installed.
   */
  static async spawn(configuration: string): Promise<RedisProcess> {
    for (const executable of EXECUTABLES) {
      // Its own session: a Ctrl-C in the terminal is for us to handle, the server must outlast our last job.
      const child = spawn(executable, ['-'], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
      if (!(await hasSpawned(child))) continue;
      child.stdin?.on('error', () => undefined).end(configuration);
      const redis = new RedisProcess(child, reaperOf(child));
      return redis;
    }
    throw new RedisStartError(
      'redis-server (or valkey-server) is not installed: install the package "redis-server" (Debian, Ubuntu), ' +
        '"redis" (Fedora, Alpine, Homebrew) or "valkey", or name a running server in REDIS_URL',
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get running(): boolean {
    return !this.ended;
  }

  /** What the server printed last, for a message about why it ended. */
  get lastWords(): string {
    return this.output.slice(-3).join(' | ');
  }

  /** Asks it to end, writing out what it holds, and insists after five seconds. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = new AbortController();
    const late = sleep(TERM_MS, 'late', { signal: timer.signal }).catch(() => 'ended');
    if ((await Promise.race([this.exited, late])) === 'late') this.kill();
    timer.abort();
    await this.exited;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private readonly remember = (text: string): void => {
    this.output.push(...text.split('\n').filter((line) => line.trim() !== ''));
    this.output.splice(0, this.output.length - REMEMBERED_LINES);
  };
}

function hasSpawned(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(true));
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(false);
      else reject(new RedisStartError(`redis-server could not be started: ${error.message}`));
    });
  });
}

/**
 * A shell that waits on a pipe only this process holds. The pipe closes whatever ends us, SIGKILL included, and the
 * shell then ends the server.
 */
function reaperOf(child: ChildProcess): ChildProcess {
  const script = 'cat >/dev/null; kill -9 "$1"';
  const reaper = spawn('/bin/sh', ['-c', script, 'thidua-redis-reaper', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  reaper.on('error', () => undefined);
  reaper.stdin?.on('error', () => undefined);
  return reaper;
}

function killGroup(leader: ChildProcess): void {
  try {
    if (leader.pid !== undefined) process.kill(-leader.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
