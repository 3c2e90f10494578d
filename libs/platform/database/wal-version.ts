import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes of the WAL-index header's first copy (SQLite documentation, "WAL-mode File Format", 2.1). */
const HEADER = 48;

/**
 * What changes with every commit to a SQLite database in WAL mode, by whatever process: the header of the WAL index,
 * shared memory that every connection maps and looks at to know whether its snapshot is still the newest. The writer
 * renews its first copy last, before its COMMIT returns; so as long as it reads the same, nothing was committed.
 *
 * `PRAGMA data_version` tells the same, but as a statement: with a trip to the driver's threads for every request.
 */
export class WalVersion {
  private readonly file: number;
  private readonly header = Buffer.alloc(HEADER);

  /** @param database path of the file; some connection to it must stay open, or the index may be made anew. */
  constructor(database: string) {
    this.file = openSync(`${database}-shm`, 'r');
  }

  read(): string {
    const read = readSync(this.file, this.header, 0, HEADER, 0);
    if (read !== HEADER) throw new Error('the WAL index of the database is cut short');
    return this.header.toString('latin1');
  }

  close(): void {
    closeSync(this.file);
  }
}
