import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@thidua/scoring';

export interface Answer<Body = JsonObject> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface SheetAddress {
  readonly campaign: string;
  readonly unit: string;
  readonly stage: string;
  readonly round?: string;
}

export interface Submitting {
  /** Absent: the saved draft. */
  readonly entries?: readonly object[];
  /** Version of the sheet that was edited. */
  readonly version: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the tests look at in a failed answer. */
export interface ProblemBody extends JsonObject {
  code: string;
  detail: string;
  correlationId: string;
  errors: { code: string; path: string; message: string; line?: number; column?: number }[];
}

/** A browser's part: keeps the session's cookie and sends its CSRF token with what changes something. */
export class Client {
  cookie: string | undefined;
  csrfToken: string | undefined;
  login: string | undefined;

  constructor(readonly url: string) {}

  static async byLink(url: string, token: string): Promise<Client> {
    const client = new Client(url);
    const answer = await client.post<{ csrfToken: string; account: { login: string } }>('/api/sessions/link', {
      token,
    });
    if (answer.status !== 201) throw new Error(`not signed in: ${answer.status}`);
    client.cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    client.csrfToken = answer.body.csrfToken;
    client.login = answer.body.account.login;
    return client;
  }

  /** Sends a request with the session's cookie and token; `headers` come last and may replace them. */
  async send<Body = JsonObject>(
    method: string,
    path: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const answer = await fetch(this.url + path, {
      method,
      body,
      headers: { ...this.sessionHeaders(method), ...headers },
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }

  get<Body = JsonObject>(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  post<Body = JsonObject>(
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  put<Body = JsonObject>(
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('PUT', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** The body of an answer that must be 200. */
  async read<Body = JsonObject>(path: string): Promise<Body> {
    const answer = await this.get<Body>(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  import(text: string, syntax: 'json' | 'yaml'): Promise<Answer> {
    return this.send('POST', '/api/campaigns/import', text, { 'content-type': `application/${syntax}` });
  }

  saveDraft<Body = JsonObject>(
    sheet: SheetAddress,
    version: number,
    entries: readonly object[],
  ): Promise<Answer<Body>> {
    return this.put<Body>(sheetPath(sheet) + roundOf(sheet), { entries }, { 'if-match': `"${version}"` });
  }

  submit<Body = JsonObject>(
    sheet: SheetAddress,
    { entries, version, key = randomUUID(), headers = {} }: Submitting,
  ): Promise<Answer<Body>> {
    return this.post<Body>(
      `${sheetPath(sheet)}/submission${roundOf(sheet)}`,
      { entries },
      { 'if-match': `"${version}"`, 'idempotency-key': key, ...headers },
    );
  }

  /** What a request of this session carries. */
  sessionHeaders(method: string): Record<string, string> {
    return {
      'accept-language': 'en',
      ...(this.cookie !== undefined && { cookie: this.cookie }),
      ...(this.csrfToken !== undefined && method !== 'GET' && { 'x-csrf-token': this.csrfToken }),
    };
  }
}

export function sheetPath({ campaign, unit, stage }: SheetAddress): string {
  return `/api/campaigns/${campaign}/units/${unit}/sheets/${encodeURIComponent(stage)}`;
}

function roundOf({ round }: SheetAddress): string {
  return round === undefined ? '' : `?round=${encodeURIComponent(round)}`;
}
