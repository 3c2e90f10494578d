import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { currentCorrelationId } from './correlation.js';

/** Of lines that cannot be written now. */
const KEPT_BYTES = 1024 * 1024;

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
  return pino(options, destination ?? standardOutput());
}

/**
 * Where standard output goes to a file, its disk may be full. A line that cannot be written waits for the next, or is
 * dropped: to fail would fail the request that it tells of.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: KEPT_BYTES });
  output.on('error', () => undefined);
  return output;
}
