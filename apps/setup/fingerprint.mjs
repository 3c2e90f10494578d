import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const skippedFolders = new Set(['node_modules', 'dist']);

/**
 * Every file below `folders` (absolute paths; missing ones are passed over) whose path `wanted` accepts, sorted.
 * Build output and installed packages are not entered.
 * @param {string[]} folders
 * @param {(path: string) => boolean} [wanted]
 * @returns {string[]}
 */
export function listFiles(folders, wanted = () => true) {
  const files = [];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) visit(path);
      } else if (entry.isFile() && wanted(path)) {
        files.push(path);
      }
    }
  };
  for (const folder of folders) if (existsSync(folder)) visit(folder);
  return files.toSorted();
}

/** Hash of the names, sizes and times of change of `files`: quick, and different after any save. A missing file counts. */
export function hashTimes(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const found = statSync(file, { throwIfNoEntry: false });
    hash.update(`${file}\0${found?.size ?? 'missing'}\0${found?.mtimeMs ?? ''}\n`);
  }
  return hash.digest('hex');
}

/** Hash of the names and contents of `files`: the same after a fresh checkout of the same sources. */
export function hashContents(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\n');
  return hash.digest('hex');
}

/** The text of a stamp file, or undefined when there is none. */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** Writes a stamp file, with the folder it lies in. */
export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${value}\n`);
}
