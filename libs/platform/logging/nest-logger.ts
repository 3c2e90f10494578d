import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { errorMessage } from './told-error.js';

/** Contexts under which Nest tells of every route and module at each start. */
const FRAMEWORK = new Set<unknown>([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/**
 * Lets Nest's own messages and every `new Logger('Name')` end in the process's pino logger.
 * A message may be an object: its fields become fields of the line (`{ msg: 'synced', count: 3 }`).
 */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest calls with `(message, stack, context)`; our code with `(message, error)` too. */
  error(message: unknown, ...rest: unknown[]): void {
    // What the framework tells of a failed start it also throws.
    this.write(FRAMEWORK.has(rest.at(-1)) ? 'debug' : 'error', message, rest);
  }

  private write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, rest: unknown[]) {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const details = (context === undefined ? rest : rest.slice(0, -1)).filter((detail) => detail !== undefined);
    const fields: Record<string, unknown> = { context };
    for (const detail of details) {
      if (detail instanceof Error) fields['err'] = detail;
      else if (typeof detail === 'string') fields['stack'] = detail;
      else fields['details'] = detail;
    }
    if (message instanceof Error) this.pino[level]({ ...fields, err: message }, errorMessage(message));
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...fields, ...message });
    else this.pino[level](fields, String(message));
  }
}
