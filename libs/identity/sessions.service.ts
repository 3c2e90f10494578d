import { Injectable, Logger } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Config,
  KeptMemory,
  Problem,
  Reader,
  UnitOfWork,
  placeholders,
  randomToken,
  remembered,
} from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Grant } from './access.js';
import type { Author, Caller } from './caller.js';
import type { Language } from './entities/account.entity.js';
import { Session } from './entities/session.entity.js';
import type { FromBrowser } from './from-browser.js';
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
  language: Language | null;
  role: Role | null;
  campaign: string | null;
  cluster: string | null;
  unit: string | null;
}

type Known = Pick<Caller, 'account' | 'login' | 'name' | 'language' | 'grants'> & {
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
  readonly language: Language | null;
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
    this.language = known.language;
    this.grants = known.grants;
    this.lastUsed = known.lastUsed;
  }

  /** Made when asked for: most requests only read, and need none. */
  get csrfToken(): string {
    return csrfTokenOf(this.token);
  }
}

/** A session as its owner sees it. */
export interface OwnSession {
  /** The beginning of its hash: it opens nothing. */
  readonly id: string;
  readonly createdAt: string;
  readonly usedAt: string;
  readonly browser: string | null;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

interface OwnRow {
  token_hash: string;
  created_at: string;
  last_used: string;
  browser: string | null;
}

const ID_LENGTH = 16;
const idOf = (hash: string): string => hash.slice(0, ID_LENGTH);

function tokenOf(caller: Caller): string {
  if (!(caller instanceof RecognisedCaller)) throw new Error('a caller that no session was recognised for');
  return caller.token;
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
   * @param from what the browser had until now must not open anything any more.
   */
  async open(
    tx: Transaction,
    { account, login }: Author,
    { former, browser }: FromBrowser = {},
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
      browser: browser ?? null,
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
    return this.recognise(tokenOf(caller));
  }

  async end(caller: Caller): Promise<void> {
    await this.unitOfWork.run((tx) => this.close(tx, tokenOf(caller)));
  }

  /** Those of the caller's account that have not ended, the last used first. */
  async list(caller: Caller): Promise<OwnSession[]> {
    const own = hashOf(tokenOf(caller));
    const rows = await this.reader.query<OwnRow>(
      `SELECT token_hash, created_at, COALESCE(used_at, created_at) AS last_used, browser FROM session
        WHERE account_id = ? AND expires_at > ?`,
      [caller.account, this.clock.now().toISOString()],
    );
    return rows
      .filter(({ last_used: lastUsed }) => this.unusedMs(lastUsed) < this.config.sessionIdleMinutes * MINUTE_MS)
      .map(({ token_hash: hash, created_at: createdAt, last_used: usedAt, browser }) => {
        const current = hash === own;
        // That it is used is noted only now and then; this one is in use at this moment.
        return {
          id: idOf(hash),
          createdAt,
          usedAt: current ? this.clock.now().toISOString() : usedAt,
          browser,
          current,
        };
      })
      .toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : -1));
  }

  /** Ends one of the caller's own. @throws Problem `session.unknown`. */
  async revoke(caller: Caller, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ token_hash: string }>('SELECT token_hash FROM session WHERE account_id = ?', [
        caller.account,
      ]);
      const found = rows.find(({ token_hash: hash }) => idOf(hash) === id);
      if (!found) throw new Problem('session.unknown', 404);
      await tx.query('DELETE FROM session WHERE token_hash = ?', [found.token_hash]);
      this.recordClosed(tx, caller, caller, 1);
    });
  }

  /** Ends all others of the caller's own. */
  async revokeOthers(caller: Caller): Promise<void> {
    await this.unitOfWork.run((tx) => this.closeAll(tx, caller, caller, tokenOf(caller)));
  }

  /** Ends all sessions of an account, but for one that is kept. @param by who does so. */
  async closeAll(tx: Transaction, { account, login }: Author, by: Author | null, kept?: string): Promise<void> {
    const ended = await tx.query(`DELETE FROM session WHERE account_id = ? AND token_hash <> ? RETURNING token_hash`, [
      account,
      kept === undefined ? '' : hashOf(kept),
    ]);
    if (ended.length > 0) this.recordClosed(tx, { account, login }, by, ended.length);
  }

  private recordClosed(tx: Transaction, { account, login }: Author, by: Author | null, sessions: number): void {
    const act = { actor: by?.login ?? null, action: 'session.close', subject: login };
    this.audit.record(tx, { ...act, detail: { account, sessions } });
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
    const byHash = new Map(tokens.map((token) => [hashOf(token), token]));
    const { list, pad } = placeholders(byHash.size);
    const today = this.clock.today();
    const rows = await this.reader.query<SessionRow>(
      `SELECT s.token_hash, s.expires_at, COALESCE(s.used_at, s.created_at) AS last_used, a.id AS account, a.login,
              p.name, a.language, g.role, g.campaign, g.cluster, g.unit
         FROM session s JOIN account a ON a.id = s.account_id AND a.state = 'active' JOIN person p ON p.id = a.person_id
         LEFT JOIN role_grant g ON g.account_id = a.id AND ${GRANT_COUNTS}
        WHERE s.token_hash IN (${list})`,
      [today, today, ...pad([...byHash.keys()])],
    );
    const found = new Map<string, Known & { grants: Grant[] }>();
    for (const row of rows) {
      const token = byHash.get(row.token_hash)!;
      const { account, login, name, language, expires_at: expiresAt, last_used: lastUsed } = row;
      const known = found.get(token) ?? { account, login, name, language, expiresAt, lastUsed, grants: [] };
      if (row.role) known.grants.push({ role: row.role, campaign: row.campaign, cluster: row.cluster, unit: row.unit });
      found.set(token, known);
    }
    return found;
  }
}
