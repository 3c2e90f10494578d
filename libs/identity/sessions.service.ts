import { Injectable } from '@nestjs/common';
import { Clock, Config, Reader, UnitOfWork, placeholders, randomToken, remembered } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Grant } from './access.js';
import type { Caller } from './caller.js';
import { Session } from './entities/session.entity.js';
import type { Role } from './roles.js';
import { csrfTokenOf, hashOf } from './session-token.js';

interface SessionRow {
  token_hash: string;
  expires_at: string;
  login: string;
  name: string;
  disabled_at: string | null;
  role: Role | null;
  campaign: string | null;
  cluster: string | null;
  unit: string | null;
}

type Known = Pick<Caller, 'login' | 'name' | 'grants'> & { readonly expiresAt: string };

const HOUR_MS = 3_600_000;

/** Signed-in browsers: opened, recognised on every request, ended. */
@Injectable()
export class Sessions {
  /** Looked up on each request, so that an ended session or a withdrawn grant counts from the very next one. */
  private readonly find = remembered((hashes: readonly string[]) => this.load(hashes));

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Opens a session inside a transaction that has just proved who it is for. */
  async open(tx: Transaction, login: string): Promise<{ token: string; expiresAt: Date }> {
    const token = randomToken(32);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionHours * HOUR_MS);
    await tx.manager.insert(Session, {
      tokenHash: hashOf(token),
      login,
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    });
    return { token, expiresAt };
  }

  async recognise(token: string): Promise<Caller | null> {
    const databaseVersion = await this.reader.version();
    const known = await this.find(hashOf(token), databaseVersion);
    if (!known || known.expiresAt <= this.clock.now().toISOString()) return null;
    const { login, name, grants } = known;
    return {
      login,
      name,
      grants,
      databaseVersion,
      // Most requests only read, and need none.
      get csrfToken() {
        return csrfTokenOf(token);
      },
    };
  }

  async end(token: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.manager.delete(Session, { tokenHash: hashOf(token) }));
  }

  private async load(hashes: readonly string[]): Promise<Map<string, Known>> {
    const { list, pad } = placeholders(hashes.length);
    const rows = await this.reader.query<SessionRow>(
      `SELECT s.token_hash, s.expires_at, a.login, a.name, a.disabled_at, g.role, g.campaign, g.cluster, g.unit
         FROM session s JOIN account a ON a.login = s.login LEFT JOIN role_grant g ON g.login = a.login
        WHERE s.token_hash IN (${list})`,
      pad(hashes),
    );
    const found = new Map<string, Known & { grants: Grant[] }>();
    for (const row of rows) {
      if (row.disabled_at !== null) continue;
      const known = found.get(row.token_hash) ?? {
        login: row.login,
        name: row.name,
        expiresAt: row.expires_at,
        grants: [],
      };
      if (row.role) known.grants.push({ role: row.role, campaign: row.campaign, cluster: row.cluster, unit: row.unit });
      found.set(row.token_hash, known);
    }
    return found;
  }
}
