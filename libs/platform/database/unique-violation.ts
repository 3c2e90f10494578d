import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because the value of a unique column, or of several together, is there already. */
export function isUniqueViolation(error: unknown): boolean {
  const driverError: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, message } = (driverError ?? {}) as { code?: unknown; message?: unknown };
  return code === '23505' || (typeof message === 'string' && message.includes('UNIQUE constraint failed'));
}
