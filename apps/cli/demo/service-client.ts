import { Failure } from '../failures.js';
import type { Session } from './views.js';

const ANSWER_WITHIN_MS = 30_000;

/** What the service answered where it refused: `code` is that of its problem details. */
export class Refused extends Failure {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Places in what was sent, `entries[3].actual`. */
    readonly paths: readonly string[],
  ) {
    super(message);
  }
}

export interface Answer<T> {
  readonly headers: Headers;
  readonly body: T;
}

/** The problem details that are read here. */
interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly code: string; readonly path: string; readonly message: string }[];
}

/** One signed-in account of a service, as a browser would be: a session cookie and its CSRF token. */
export class ServiceClient {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    readonly session: Session,
  ) {}

  /** Signs in by a one-time link's token. */
  static async signIn(url: string, token: string): Promise<ServiceClient> {
    const response = await send(url, 'POST', '/api/sessions/link', { body: { token } });
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0]!)
      .join('; ');
    return new ServiceClient(url, cookie, (await response.json()) as Session);
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  /** The answer's text, with every digit of its numbers. */
  async getText(path: string): Promise<string> {
    return (await this.send('GET', path)).text();
  }

  async post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const response = await this.send('POST', path, { body, headers });
    return { headers: response.headers, body: (await response.json()) as T };
  }

  /** An answer that goes on until `signal` ends it. */
  open(path: string, signal: AbortSignal): Promise<Response> {
    return this.send('GET', path, { signal });
  }

  async signOut(): Promise<void> {
    await this.send('DELETE', '/api/session');
  }

  private send(method: string, path: string, options: Sending = {}): Promise<Response> {
    const headers = { ...options.headers, cookie: this.cookie, 'x-csrf-token': this.session.csrfToken };
    return send(this.url, method, path, { ...options, headers });
  }
}

interface Sending {
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Fails unless a service answers at `url`. @throws Failure naming what to do. */
export async function assertService(url: string): Promise<void> {
  await send(url, 'GET', '/api/health/ready');
}

async function send(url: string, method: string, path: string, sending: Sending = {}): Promise<Response> {
  const { body, headers, signal = AbortSignal.timeout(ANSWER_WITHIN_MS) } = sending;
  const response = await fetch(new URL(path, url), {
    method,
    signal,
    headers: { 'accept-language': 'en', ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new Failure(`no answer from ${url} (${causeOf(error)}): is the service running? Start it with \`npm start\``);
  });
  if (!response.ok) throw await refusal(response, `${method} ${path}`);
  return response;
}

async function refusal(response: Response, request: string): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const code = problem.code ?? `http.${response.status}`;
  const errors = (problem.errors ?? []).map((each) => `${each.code} ${each.path}: ${each.message}`);
  const told = [problem.detail ?? 'refused', ...errors].join('; ');
  return new Refused(response.status, code, `${request}: ${response.status} ${code}: ${told}`, [
    ...(problem.errors ?? []).map(({ path }) => path),
  ]);
}

function causeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string; message?: string }; name: string };
  return cause?.code ?? cause?.message ?? name;
}
