import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { currentCorrelationId } from './correlation.js';
import { toldValue } from './told-error.js';

/** Of lines that cannot be written now. */
const KEPT_BYTES = 1024 * 1024;

/**
 * A logger that writes one JSON object a line, each with the correlation id it was written under and
 * with errors told by `toldError` alone, whatever key they come under.
 * @param level of pino: trace, debug, info, warn, error, fatal or silent.
 * @param destination standard output when absent.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Not left to a serializer, which is for one key and comes after pino has taken the message of an error for the line's.
    hooks: { logMethod: writeTold },
    serializers: { err: (err: unknown) => err },
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const correlationId = currentCorrelationId();
      return correlationId === undefined ? {} : { correlationId };
    },
  };
  return pino(options, destination ?? standardOutput());
}

function writeTold(this: Logger, args: unknown[], method: (...args: never[]) => void): void {
  const [first, ...rest] = args.map(toldValue);
  const line = args[0] instanceof Error ? { err: first } : first;
  method.apply(this, [line, ...rest] as never[]);
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
