import { databaseTrouble } from '../database/database-trouble.js';
import type { DatabaseTrouble } from '../database/database-trouble.js';

const OF_DATABASE: Readonly<Record<DatabaseTrouble, string>> = {
  away: 'the database cannot be reached',
  unwritable: 'the database cannot write',
  busy: 'the database is kept by somebody for too long',
};

/** What is wrong outside of this process where a failure is no more than a sign of that; undefined of all others. */
export function outageOf(error: unknown): string | undefined {
  const trouble = databaseTrouble(error);
  if (trouble !== undefined) return OF_DATABASE[trouble];
  return isRefusalOfRedis(error) ? `Redis refuses commands (${/^\w*/.exec(error.message)![0]})` : undefined;
}

/** A Redis that answers, and does not do as it was told: OOM, MISCONF, READONLY, NOREPLICAS. */
export function isRefusalOfRedis(error: unknown): error is Error {
  return (error as Partial<Error> | undefined)?.name === 'ReplyError';
}
