import { closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redisFolder } from '../redis/redis-address.js';

/** All that we make in a data folder, by name. */
const OURS = /^(thidua\.sqlite|owner\.lock)(-wal|-shm|-journal)?$|^owner\.pid$/;
const OURS_OF_REDIS = /^(connection\.json(\.new)?|redis\.pid|dump\.rdb|appendonly\.aof(\..*)?|temp-.*)$/;
const FOLDER_OF_REDIS = 'redis';
const LOG_OF_REDIS = 'appendonlydir';
const OTHERS = 0o077;
const STICKY = 0o1000;

/** What was open to other users of the machine, and what still is. */
export interface Closed {
  readonly closed: readonly string[];
  /** Whether others may look into the folder: it is not ours to close. */
  readonly isOpen: boolean;
}

/**
 * Closes a data folder and what we have made in it to other users, who could read it in the version before. Nothing else
 * is touched: no file of another name or owner, none that a link leads to, and no folder that is another's, everybody's,
 * or full of something else.
 */
export function closeToOthers(folder: string): Closed {
  const closed: string[] = [];
  const within = (parent: string, isOurs: (name: string) => boolean): void => {
    for (const name of namesIn(parent).filter(isOurs)) {
      const path = join(parent, name);
      if (closePath(path, false)) closed.push(path);
    }
  };
  const names = namesIn(folder);
  const isMarked = names.length === 0 || names.some((name) => OURS.test(name) || name === FOLDER_OF_REDIS);
  const { mode } = statSync(folder);
  if (isMarked && (mode & STICKY) === 0 && closePath(folder, true)) closed.push(folder);
  within(folder, (name) => OURS.test(name));
  const redis = redisFolder(folder);
  if (isFolder(redis)) {
    const log = join(redis, LOG_OF_REDIS);
    for (const each of [redis, log]) if (isFolder(each) && closePath(each, true)) closed.push(each);
    within(redis, (name) => OURS_OF_REDIS.test(name));
    if (isFolder(log)) within(log, () => true);
  }
  return { closed, isOpen: (statSync(folder).mode & OTHERS) !== 0 };
}

/** Only what can be had without following a link, so that what was looked at is what is changed. */
function closePath(path: string, isWanted: boolean): boolean {
  let file: number | undefined;
  try {
    // The data folder itself may be named by a link.
    const follow = isWanted ? 0 : constants.O_NOFOLLOW;
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | follow);
    const found = fstatSync(file);
    const isOurs =
      found.uid === process.getuid?.() && (isWanted ? found.isDirectory() : found.isFile() && found.nlink === 1);
    if (!isOurs || (found.mode & OTHERS) === 0) return false;
    fchmodSync(file, found.mode & 0o700);
    return true;
  } catch {
    // It has gone meanwhile, is no file, or cannot be had: whoever needs it will tell.
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
