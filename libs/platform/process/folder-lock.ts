import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';

/** A service that is just ending keeps its folder for a moment. */
const PATIENCE_MS = 3000;

/** The data folder has an owner; told in one line. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';

  constructor(folder: string, owner: number | undefined) {
    super(
      `DATA_DIR: thư mục dữ liệu ${folder} đang do ${owner === undefined ? 'một tiến trình khác' : `tiến trình ${owner}`} ` +
        'sử dụng; hãy dừng tiến trình đó trước, hoặc đặt REDIS_URL để hai bên dùng chung một máy chủ Redis ' +
        `(${folder} is in use by ${owner === undefined ? 'another process' : `process ${owner}`}: ` +
        'stop it, or let both share one server named in REDIS_URL)',
    );
  }
}

/**
 * Says that this process, and no other, owns a data folder: an exclusive transaction on a file of its own. The system
 * drops it with the process, however that ends, so that no lock is ever left behind. A frozen owner still is one.
 */
export class FolderLock {
  private constructor(private readonly file: sqlite3.Database) {}

  /** @throws FolderInUseError when another process, or this one already, owns the folder. */
  static async take(folder: string): Promise<FolderLock> {
    const file = await opened(join(folder, 'owner.lock'));
    try {
      await run(file, `PRAGMA busy_timeout = ${PATIENCE_MS}`);
      await run(file, 'BEGIN EXCLUSIVE');
    } catch (error) {
      await closed(file);
      throw (error as { code?: string }).code === 'SQLITE_BUSY' ? new FolderInUseError(folder, ownerOf(folder)) : error;
    }
    note(folder);
    return new FolderLock(file);
  }

  /** For an owner that lives on without the folder. */
  release(): Promise<void> {
    return closed(this.file);
  }
}

const noteOf = (folder: string): string => join(folder, 'owner.pid');

/** Beside the file, not in it: nobody can read that while it is locked. */
function note(folder: string): void {
  try {
    writeFileSync(noteOf(folder), `${process.pid}\n`, { mode: 0o600 });
  } catch {
    // It only helps to tell who it is; on a full disk that is not told.
  }
}

/** Who wrote that it is the owner; undefined while it has not come to that. */
function ownerOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(noteOf(folder), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function opened(path: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const file: sqlite3.Database = new sqlite3.Database(path, (error) => (error ? reject(error) : resolve(file)));
  });
}

function run(file: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    file.run(sql, (error) => (error ? reject(error) : resolve()));
  });
}

function closed(file: sqlite3.Database): Promise<void> {
  return new Promise((resolve, reject) => {
    file.close((error) => (error ? reject(error) : resolve()));
  });
}
