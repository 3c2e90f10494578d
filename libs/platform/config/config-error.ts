/** A setting that is unknown or wrong. `message` is one line that names it; a main prints it and exits with 1. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
