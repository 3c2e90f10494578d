import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner, TableColumnOptions, TableForeignKeyOptions } from 'typeorm';

/** In the order in which they may be dropped: each refers only to later ones. */
const TABLES = ['role_grant', 'sign_in_link', 'session', 'account'] as const;

/**
 * Persons and accounts are known by numbers that never change, and grants have terms, a document, and who gave and ended
 * them.
 */
export class PeopleAndTerms1795000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await setAside(runner);
    for (const table of [person, account, session('account'), link('account'), grant('account')]) {
      await runner.createTable(table);
    }
    // Numbered once, in the order in which they came to be: a person has the number of the account.
    await runner.query(
      `CREATE TABLE account_numbered AS
         SELECT k.*, ROW_NUMBER() OVER (ORDER BY k.created_at, k.login) AS number FROM account_kept k`,
    );
    await runner.query('INSERT INTO person (id, name) SELECT number, name FROM account_numbered');
    await runner.query(
      `INSERT INTO account (id, person_id, login, password_hash, state, created_at)
         SELECT number, number, login, password_hash, CASE WHEN disabled_at IS NULL THEN 'active' ELSE 'disabled' END,
                created_at FROM account_numbered`,
    );
    await runner.query(
      `INSERT INTO session (token_hash, account_id, created_at, expires_at, used_at)
         SELECT k.token_hash, a.number, k.created_at, k.expires_at, k.used_at ${numbered('session_kept')}`,
    );
    await runner.query(
      `INSERT INTO sign_in_link (token_hash, account_id, expires_at, used_at)
         SELECT k.token_hash, a.number, k.expires_at, k.used_at ${numbered('sign_in_link_kept')}`,
    );
    await runner.query(
      `INSERT INTO role_grant (account_id, role, campaign, cluster, unit, granted_at)
         SELECT a.number, k.role, k.campaign, k.cluster, k.unit, a.created_at ${numbered('role_grant_kept')} ORDER BY k.id`,
    );
    await runner.query('DROP TABLE account_numbered');
    await dropKept(runner);
    await goOnNumbering(runner, ['person', 'account']);
  }

  /** What had no terms can have none: grants that do not count any more, or not yet, would count again. */
  async down(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query(
      'SELECT COUNT(*) AS n FROM role_grant WHERE ended_at IS NOT NULL OR from_day IS NOT NULL OR to_day IS NOT NULL',
    )) as { n: number | string }[];
    if (Number(row!.n) > 0) throw new Error('the terms of grants would be lost');
    await setAside(runner);
    await runner.query('CREATE TABLE person_kept AS SELECT * FROM person');
    await runner.dropTable('person');
    for (const table of [accountByLogin, session('login'), link('login'), grant('login')]) {
      await runner.createTable(table);
    }
    await runner.query(
      `INSERT INTO account (login, name, password_hash, created_at, disabled_at)
         SELECT k.login, p.name, k.password_hash, k.created_at, CASE k.state WHEN 'disabled' THEN k.created_at END
           FROM account_kept k JOIN person_kept p ON p.id = k.person_id`,
    );
    await runner.query(
      `INSERT INTO session (token_hash, login, created_at, expires_at, used_at)
         SELECT k.token_hash, a.login, k.created_at, k.expires_at, k.used_at ${ofLogin('session_kept')}`,
    );
    await runner.query(
      `INSERT INTO sign_in_link (token_hash, login, expires_at, used_at)
         SELECT k.token_hash, a.login, k.expires_at, k.used_at ${ofLogin('sign_in_link_kept')}`,
    );
    await runner.query(
      `INSERT INTO role_grant (login, role, campaign, cluster, unit)
         SELECT a.login, k.role, k.campaign, k.cluster, k.unit ${ofLogin('role_grant_kept')} ORDER BY k.id`,
    );
    await runner.query('DROP TABLE person_kept');
    await dropKept(runner);
  }
}

const numbered = (table: string) => `FROM ${table} k JOIN account_numbered a ON a.login = k.login`;
const ofLogin = (table: string) => `FROM ${table} k JOIN account_kept a ON a.id = k.account_id`;

/** Copies the tables and drops them: those that refer to accounts first, or their rows would go with these. */
async function setAside(runner: QueryRunner): Promise<void> {
  for (const name of TABLES) {
    await runner.query(`CREATE TABLE ${name}_kept AS SELECT * FROM ${name}`);
    await runner.dropTable(name);
  }
}

async function dropKept(runner: QueryRunner): Promise<void> {
  for (const name of TABLES) await runner.query(`DROP TABLE ${name}_kept`);
}

/** PostgreSQL numbers on from where its sequence stands, whatever the rows say. */
async function goOnNumbering(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  if (runner.connection.options.type !== 'postgres') return;
  for (const name of tables) {
    await runner.query(
      `SELECT setval(pg_get_serial_sequence('${name}', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM ${name}`,
    );
  }
}

const text = (name: string, length: number): TableColumnOptions => ({ name, type: 'varchar', length: String(length) });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
const number = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const id: TableColumnOptions = { ...number('id'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' };

/** What refers to an account: its number, or, before there were any, its login. */
type Key = 'account' | 'login';
const keyColumn = (key: Key): TableColumnOptions => (key === 'account' ? number('account_id') : text('login', 64));
const foreignKey = (table: string, key: Key, onDelete?: 'CASCADE'): TableForeignKeyOptions => ({
  name: key === 'account' ? `${table}_account_id` : `${table}_account`,
  columnNames: [key === 'account' ? 'account_id' : 'login'],
  referencedTableName: 'account',
  referencedColumnNames: [key === 'account' ? 'id' : 'login'],
  ...(onDelete && { onDelete }),
});
const indexOf = (table: string, key: Key) => ({
  name: `${table}_${key}`,
  columnNames: [key === 'account' ? 'account_id' : 'login'],
});

const person = new Table({ name: 'person', columns: [id, text('name', 200)] });

const account = new Table({
  name: 'account',
  columns: [
    id,
    number('person_id'),
    text('login', 64),
    optional(text('email', 254)),
    optional(text('password_hash', 200)),
    { ...text('state', 10), default: "'active'" },
    optional(text('language', 2)),
    text('created_at', 24),
    optional(number('created_by')),
  ],
  indices: [
    { name: 'account_person', columnNames: ['person_id'] },
    { name: 'account_login', columnNames: ['login'], isUnique: true },
  ],
  foreignKeys: [
    {
      name: 'account_person_id',
      columnNames: ['person_id'],
      referencedTableName: 'person',
      referencedColumnNames: ['id'],
    },
  ],
});

const accountByLogin = new Table({
  name: 'account',
  columns: [
    { ...text('login', 64), isPrimary: true },
    text('name', 200),
    optional(text('password_hash', 200)),
    text('created_at', 24),
    optional(text('disabled_at', 24)),
  ],
});

const session = (key: Key): Table =>
  new Table({
    name: 'session',
    columns: [
      { ...text('token_hash', 64), isPrimary: true },
      keyColumn(key),
      text('created_at', 24),
      text('expires_at', 24),
      optional(text('used_at', 24)),
    ],
    indices: [indexOf('session', key)],
    foreignKeys: [foreignKey('session', key, 'CASCADE')],
  });

const link = (key: Key): Table =>
  new Table({
    name: 'sign_in_link',
    columns: [
      { ...text('token_hash', 64), isPrimary: true },
      keyColumn(key),
      text('expires_at', 24),
      optional(text('used_at', 24)),
    ],
    foreignKeys: [foreignKey('sign_in_link', key, 'CASCADE')],
  });

const grant = (key: Key): Table =>
  new Table({
    name: 'role_grant',
    columns: [
      id,
      keyColumn(key),
      text('role', 20),
      optional(text('campaign', 64)),
      optional(text('cluster', 64)),
      optional(text('unit', 64)),
      ...(key === 'account'
        ? [
            optional(text('from_day', 10)),
            optional(text('to_day', 10)),
            optional(text('document', 400)),
            optional(number('granted_by')),
            text('granted_at', 24),
            optional(text('ended_at', 24)),
            optional(number('ended_by')),
            optional(text('end_reason', 1000)),
          ]
        : []),
    ],
    indices: [indexOf('role_grant', key)],
    foreignKeys: [foreignKey('role_grant', key, key === 'login' ? 'CASCADE' : undefined)],
  });
