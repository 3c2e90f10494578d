import type { Logger } from 'pino';
import { createLogger } from '../../../libs/platform/logging/create-logger.js';

/** A logger whose lines are kept, parsed, for a test to look at. */
export function keptLogger(level = 'trace'): { logger: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger(level, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { logger, lines };
}
