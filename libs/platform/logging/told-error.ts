/** What an error tells of where it arose: names and numbers, no content. Of a database, a socket and a file. */
const FIELDS = ['code', 'severity', 'table', 'column', 'constraint', 'syscall', 'address', 'port', 'path'] as const;
/** Of PostgreSQL, data exceptions: their message repeats the value that will not do. */
const DATA_EXCEPTION = /^22[\dA-Z]{3}$/;
const STATEMENT_CHARACTERS = 2000;
const DEPTH = 5;
const SIDE_BY_SIDE = 10;

/** An error as it may be written down. */
export interface ToldError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly query?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
  readonly [field: string]: unknown;
}

/**
 * An error without what people typed. Drivers put the parameters of a statement, the row it met and the command into
 * their errors, and any of them may hold a login, a hash or a token. So nothing is told of an error but what is named
 * here: its type, message and stack, the text of the statement, and where it arose; and the same of what caused it.
 */
export function toldError(error: Error, depth = DEPTH): ToldError {
  const { query, cause, errors, driverError } = error as unknown as Readonly<Record<string, unknown>>;
  const message = errorMessage(error);
  const inner = Array.isArray(errors) ? errors : (driverError as { errors?: unknown } | undefined)?.errors;
  const fields = FIELDS.map((field) => [field, (error as unknown as Record<string, unknown>)[field]] as const);
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message,
    stack: [`${error.name}: ${message}`, ...framesOf(error)].join('\n'),
    ...Object.fromEntries(fields.filter(([, value]) => typeof value === 'string' || typeof value === 'number')),
    ...(typeof query === 'string' && { query: query.slice(0, STATEMENT_CHARACTERS) }),
    ...(depth > 0 && cause !== undefined && { cause: toldCause(cause, depth - 1) }),
    ...(depth > 0 &&
      Array.isArray(inner) && { errors: inner.slice(0, SIDE_BY_SIDE).map((each) => toldCause(each, depth - 1)) }),
  };
}

/** The message of an error, without the values that some messages repeat. */
export function errorMessage(error: Error): string {
  const { name, message, code } = error as Error & { readonly code?: unknown };
  if (typeof message !== 'string') return '';
  // JSON.parse shows the text around what it stumbles on, BigInt all of it.
  if (name === 'SyntaxError') return unquoted(message).replace(/(Cannot convert ).*( to )/s, '$1…$2');
  if (name === 'ReplyError') return message.replace(/,? with args beginning with: .*/s, '');
  return typeof code === 'string' && DATA_EXCEPTION.test(code) ? unquoted(message) : message;
}

/** The error, its stack and its causes, for a stream that people read. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told: string[] = [];
  const tell = ({ stack, query, cause, errors }: ToldError, as: string): void => {
    told.push(as + stack + (query === undefined ? '' : `\n    statement: ${query}`));
    for (const each of [cause, ...(errors ?? [])]) {
      if (isTold(each)) tell(each, 'caused by ');
    }
  };
  tell(toldError(error), '');
  return told.join('\n');
}

/** A value of a log line, with the errors in it as they may be told. */
export function toldValue(value: unknown): unknown {
  if (value instanceof Error) return toldError(value);
  if (Array.isArray(value)) return value.map(toldValue);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toldValue(member)]));
}

function isTold(value: unknown): value is ToldError {
  return typeof (value as Partial<ToldError> | undefined)?.stack === 'string';
}

/** Of what is thrown and no error only the kind is told: it may be anything. */
function toldCause(cause: unknown, depth: number): unknown {
  return cause instanceof Error ? toldError(cause, depth) : typeof cause;
}

function unquoted(message: string): string {
  return message.replace(/".*"/s, '"…"');
}

/** The lines of a stack behind the message, which it repeats. */
function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  const at = stack.indexOf(message);
  const behind = at < 0 ? stack : stack.slice(at + message.length);
  return behind.split('\n').filter((line) => /^\s+at /.test(line));
}
