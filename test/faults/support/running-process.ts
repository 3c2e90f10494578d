import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 60_000;

export interface LaunchOptions {
  readonly dataDir: string;
  /** Whether the API recomputes too; a worker always does. */
  readonly processors?: 'embedded' | 'none';
  /** Name of a module of `preload/`, which runs before the program's own. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** One of our programs as it is built and shipped, running as a process of its own. */
export class RunningProcess {
  /** Settles when it has ended: by itself or by a signal. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private said = '';

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  }

  /** Starts the API on a free loopback port and waits until it listens. Gives its address, too. */
  static async api(options: LaunchOptions): Promise<{ api: RunningProcess; url: string }> {
    const api = RunningProcess.launch('api', options);
    const [, url] = await api.says(/^Thidua is ready: (\S+)\n/m);
    return { api, url: url as string };
  }

  /** Starts a worker and waits until it works. */
  static async worker(options: LaunchOptions): Promise<RunningProcess> {
    const worker = RunningProcess.launch('worker', options);
    await worker.says(/^Thidua worker is ready\n/m);
    return worker;
  }

  /** Starts a program and waits for nothing. */
  static launch(name: 'api' | 'worker', { dataDir, processors, preload, env }: LaunchOptions): RunningProcess {
    const program = join(root, 'apps', name, 'dist', 'main.js');
    if (!existsSync(program)) throw new Error(`${program} is not built: run \`npm run compile\``);
    const child = spawn(process.execPath, [program], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of the caller's settings may reach it: this is about a service with its own data folder.
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'warn',
        PROCESSORS: processors ?? 'embedded',
        ...(preload && { NODE_OPTIONS: `--import=${new URL(`../preload/${preload}`, import.meta.url).href}` }),
        ...env,
      },
    });
    return new RunningProcess(name, child);
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** All it has printed. */
  get output(): string {
    return this.said;
  }

  /** Waits for its end. @throws when that does not come in time. */
  async endsBySignal(): Promise<NodeJS.Signals | null> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${this.name} goes on:\n${this.said}`)), STOP_MS).unref();
    });
    return (await Promise.race([this.ended, late])).signal;
  }

  /** Kills it as a power cut would: no handler of its own runs. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end. @throws when it does not, or not by that. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    const { code, signal } = await this.ended;
    clearTimeout(late);
    if (code !== 0 && signal !== 'SIGTERM') throw new Error(`${this.name} ended with ${signal ?? code}:\n${this.said}`);
  }

  /** Waits until it has printed this. @throws when it ends before or does not come to it. */
  says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const fail = (how: string) => {
        clearTimeout(late);
        reject(new Error(`${this.name} ${how}:\n${this.said}`));
      };
      const late = setTimeout(() => fail('does not start'), START_MS);
      const look = () => {
        const found = pattern.exec(this.said);
        if (!found) return;
        clearTimeout(late);
        resolve(found);
      };
      this.child.stdout?.on('data', look);
      void this.ended.then(() => fail('ended before it was ready'));
    });
  }
}
