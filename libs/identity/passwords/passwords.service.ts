import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Problem, cleanText, randomToken } from '@thidua/platform';
import { Tinypool } from 'tinypool';

/** A hash takes some hundredths of a second: who waits behind so many others waits a second or so. */
const MOST_WAITING = 32;
const MOST_THREADS = 4;
const IDLE_MS = 30_000;
const RETRY_SECONDS = '2';

/**
 * Hashes passwords on threads of its own, one of which is always left to the rest. The asynchronous functions of the
 * library would use the pool of Node that also reads files and SQLite, where whoever floods the sign-in stops both.
 */
@Injectable()
export class Passwords implements OnApplicationShutdown {
  private readonly threads = new Tinypool({
    filename: fileURLToPath(new URL('./argon2-task.mjs', import.meta.url)),
    minThreads: 0,
    maxThreads: Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
  });
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.run({ password: cleanText(password) });
  }

  /**
   * Whether the password is the one of the hash. Without a hash, no, after the same time: it must not tell which logins
   * there are.
   * @throws Problem `request.tooMany` when too many others wait.
   */
  async verify(hash: string | null | undefined, password: string): Promise<boolean> {
    const matches = await this.run<boolean>({ password: cleanText(password), hash: hash ?? (await this.decoyHash()) });
    return matches && typeof hash === 'string';
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.destroy();
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= this.hash(randomToken(16)).catch((error: unknown) => {
      this.decoy = undefined;
      throw error;
    }));
  }

  private async run<Result>(task: { password: string; hash?: string }): Promise<Result> {
    if (this.threads.queueSize >= MOST_WAITING)
      throw new Problem('request.tooMany', 429, { headers: { 'retry-after': RETRY_SECONDS } });
    return (await this.threads.run(task)) as Result;
  }
}
