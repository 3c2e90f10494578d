import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { currentCorrelationId } from './correlation.js';

/**
 * A logger that writes one JSON object a line, each with the correlation id it was written under.
 * @param level of pino: trace, debug, info, warn, error, fatal or silent.
 * @param destination standard output when absent.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const correlationId = currentCorrelationId();
      return correlationId === undefined ? {} : { correlationId };
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
