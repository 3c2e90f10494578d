import { Injectable, Logger } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Config,
  KeptMemory,
  Reader,
  UnitOfWork,
  placeholders,
  randomToken,
  remembered,
} from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Grant } from './access.js';
import type { Author, Caller } from './caller.js';
import { Session } from './entities/session.entity.js';
import type { Role } from './roles.js';
import { csrfTokenOf, hashOf } from './session-token.js';
import { GRANT_COUNTS } from './terms.js';

interface SessionRow {
  token_hash: string;
  expires_at: string;
  last_used: string;
  account: number;
  login: string;
  name: string;
  role: Role | null;
  campaign: string | null;
  cluster: string | null;
  unit: string | null;
}

type Known = Pick<Caller, 'account' | 'login' | 'name' | 'grants'> & {
  readonly expiresAt: string;
  readonly lastUsed: string;
};

/** A caller without grants, or a grant: at most four codes of 64 letters, most of them far shorter. */
const KNOWN_BYTES = 400;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** That a session is used is written so often while it may go unused: a write for each request would be too dear. */
const NOTES_WHILE_IDLE = 20;
const TOKEN_BYTES = 32;
/** Of that many bytes in base64url. */
const TOKEN_LENGTH = Math.ceil((TOKEN_BYTES * 4) / 3);

class RecognisedCaller implements Caller {
  readonly account: number;
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly lastUsed: string;

  constructor(
    known: Known,
    readonly token: string,
    readonly databaseVersion: string | undefined,
  ) {
    this.account = known.account;
    this.login = known.login;
    this.name = known.name;
    this.grants = known.grants;
    this.lastUsed = known.lastUsed;
  }

  /** Made when asked for: most requests only read, and need none. */
  get csrfToken(): string {
    return csrfTokenOf(this.token);
  }
}

/** Signed-in browsers: opened, recognised on every request, ended. */
@Injectable()
export class Sessions {
  /** Looked up on each request, so that an ended session or a withdrawn grant counts from the very next one. */
  private readonly find: ReturnType<typeof remembered<Known>>;
  private readonly noting = new Set<string>();
  private readonly logger = new Logger('Sessions');

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
    kept: KeptMemory,
  ) {
    this.find = remembered(
      (tokens) => this.load(tokens),
      kept.cache('sessions'),
      ({ grants }) => KNOWN_BYTES * (1 + grants.length),
    );
  }

  /**
   * Opens a session inside a transaction that has just proved who it is for.
   * @param former token that the browser had until now, of whomever: it must not open anything any more.
   */
  async open(
    tx: Transaction,
    { account, login }: Author,
    former?: string,
  ): Promise<{ token: string; expiresAt: Date }> {
    if (former !== undefined) await this.close(tx, former, login);
    const token = randomToken(TOKEN_BYTES);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionHours * HOUR_MS);
    await tx.manager.insert(Session, {
      tokenHash: hashOf(token),
      account,
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      usedAt: null,
    });
    return { token, expiresAt };
  }

  async recognise(token: string): Promise<Caller | null> {
    // Anything else is no token of ours, and is not worth a place in memory.
    if (token.length !== TOKEN_LENGTH) return null;
    const databaseVersion = this.reader.version();
    // A grant begins and ends with a day: what is remembered holds for one alone.
    const asOf = databaseVersion && `${this.clock.today()} ${databaseVersion}`;
    const known = await this.find(token, asOf);
    if (!known || known.expiresAt <= this.clock.now().toISOString()) return null;
    if (this.unusedMs(known.lastUsed) >= this.config.sessionIdleMinutes * MINUTE_MS) return null;
    return new RecognisedCaller(known, token, databaseVersion);
  }

  /** Notes that somebody uses the caller's session. Nobody waits for it: what is not noted is noted by the next use. */
  use(caller: Caller): void {
    if (!(caller instanceof RecognisedCaller) || this.noting.has(caller.token)) return;
    const { token, lastUsed } = caller;
    if (this.unusedMs(lastUsed) < (this.config.sessionIdleMinutes * MINUTE_MS) / NOTES_WHILE_IDLE) return;
    this.noting.add(token);
    this.unitOfWork
      .run((tx) => tx.manager.update(Session, { tokenHash: hashOf(token) }, { usedAt: this.clock.now().toISOString() }))
      .catch((err: unknown) => this.logger.warn({ msg: 'the use of a session was not noted', err }))
      .finally(() => this.noting.delete(token));
  }

  /** The same caller as of now: null once the session or the account is at its end. */
  renew(caller: Caller): Promise<Caller | null> {
    if (!(caller instanceof RecognisedCaller)) throw new Error('a caller that no session was recognised for');
    return this.recognise(caller.token);
  }

  async end(token: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.close(tx, token));
  }

  /** Ends all sessions of an account, but for one that is kept. @param by who does so. */
  async closeAll(tx: Transaction, { account, login }: Author, by: Author | null, kept?: string): Promise<void> {
    const ended = await tx.query(`DELETE FROM session WHERE account_id = ? AND token_hash <> ? RETURNING token_hash`, [
      account,
      kept === undefined ? '' : hashOf(kept),
    ]);
    if (ended.length === 0) return;
    const act = { actor: by?.login ?? null, action: 'session.close', subject: login };
    this.audit.record(tx, { ...act, detail: { account, sessions: ended.length } });
  }

  /** @param by who signed in instead; without, whose session it was. */
  private async close(tx: Transaction, token: string, by?: string): Promise<void> {
    const [ended] = await tx.query<{ login: string }>(
      `DELETE FROM session WHERE token_hash = ?
         RETURNING (SELECT a.login FROM account a WHERE a.id = session.account_id) AS login`,
      [hashOf(token)],
    );
    // Ended twice at the same time, it was ended once.
    if (ended) this.audit.record(tx, { actor: by ?? ended.login, action: 'session.close', subject: ended.login });
  }

  private unusedMs(lastUsed: string): number {
    return this.clock.now().getTime() - Date.parse(lastUsed);
  }

  private async load(tokens: readonly string[]): Promise<Map<string, Known>> {
    const tokenOf = new Map(tokens.map((token) => [hashOf(token), token]));
    const { list, pad } = placeholders(tokenOf.size);
    const today = this.clock.today();
    const rows = await this.reader.query<SessionRow>(
      `SELECT s.token_hash, s.expires_at, COALESCE(s.used_at, s.created_at) AS last_used, a.id AS account, a.login,
              p.name, g.role, g.campaign, g.cluster, g.unit
         FROM session s JOIN account a ON a.id = s.account_id AND a.state = 'active' JOIN person p ON p.id = a.person_id
         LEFT JOIN role_grant g ON g.account_id = a.id AND ${GRANT_COUNTS}
        WHERE s.token_hash IN (${list})`,
      [today, today, ...pad([...tokenOf.keys()])],
    );
    const found = new Map<string, Known & { grants: Grant[] }>();
    for (const row of rows) {
      const token = tokenOf.get(row.token_hash)!;
      const { account, login, name, expires_at: expiresAt, last_used: lastUsed } = row;
      const known = found.get(token) ?? { account, login, name, expiresAt, lastUsed, grants: [] };
      if (row.role) known.grants.push({ role: row.role, campaign: row.campaign, cluster: row.cluster, unit: row.unit });
      found.set(token, known);
    }
    return found;
  }
}
