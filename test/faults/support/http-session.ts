const ANSWER_MS = 60_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The service was not there to answer: what became of the request is unknown. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** A signed-in user. The session outlives the service's process; `at` says where that listens now. */
export class HttpSession {
  private constructor(
    private readonly at: () => string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(at: () => string, token: string): Promise<HttpSession> {
    const answer = await ask(`${at()}/api/sessions/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.status !== 201 || cookie === undefined) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
    return new HttpSession(at, cookie, (JSON.parse(answer.text) as { csrfToken: string }).csrfToken);
  }

  get(path: string): Promise<Answer> {
    return ask(`${this.at()}/api${path}`, { headers: { cookie: this.cookie } });
  }

  /** The body of a 200. @throws for any other answer. */
  async read(path: string): Promise<string> {
    const { status, text } = await this.get(path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return text;
  }

  post(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return ask(`${this.at()}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, 'x-csrf-token': this.csrfToken, ...headers },
      body,
    });
  }
}

/** @throws NoAnswer when the connection fails or breaks before the whole answer is there. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw new NoAnswer(`no answer from ${url}`, { cause: error });
  }
}
