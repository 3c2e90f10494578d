/** The process's pino logger. Most code needs only Nest's `new Logger('Name')`, which ends in it. */
export const ROOT_LOGGER = Symbol('thidua:logger');
