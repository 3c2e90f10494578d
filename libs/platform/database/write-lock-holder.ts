import { readFile, stat } from 'node:fs/promises';

/** Of a file in WAL mode (https://sqlite.org/walformat.html#wal_locks). */
const WRITE_LOCK_BYTE = 120;

export interface Holder {
  readonly pid: number;
  readonly command: string;
}

/** Which process has the write lock of a SQLite file; undefined when none has it, or the system does not tell (Linux does). */
export async function writeLockHolder(file: string): Promise<Holder | undefined> {
  try {
    const { ino } = await stat(`${file}-shm`);
    const locks = await readFile('/proc/locks', 'utf8');
    // 1: POSIX  ADVISORY  WRITE 4711 08:01:131090 120 120
    for (const line of locks.split('\n')) {
      const [, , , kind, pid, place, from, to] = line.trim().split(/\s+/);
      const isIt = kind === 'WRITE' && place?.split(':')[2] === String(ino);
      if (!isIt || Number(from) > WRITE_LOCK_BYTE || Number(to) < WRITE_LOCK_BYTE) continue;
      return { pid: Number(pid), command: await commandOf(Number(pid)) };
    }
  } catch {
    // Another system, or it has been given back meanwhile.
  }
  return undefined;
}

async function commandOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ').trim();
}
