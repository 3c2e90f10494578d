import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner, TableForeignKeyOptions } from 'typeorm';

const login = { name: 'login', type: 'varchar', length: '64' };
const ofAccount = (name: string): TableForeignKeyOptions => ({
  name,
  columnNames: ['login'],
  referencedTableName: 'account',
  referencedColumnNames: ['login'],
  onDelete: 'CASCADE',
});

export class CreateIdentity1795000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'account',
        columns: [
          { ...login, isPrimary: true },
          { name: 'name', type: 'varchar', length: '200' },
          { name: 'password_hash', type: 'varchar', length: '200', isNullable: true },
          { name: 'created_at', type: 'varchar', length: '24' },
          { name: 'disabled_at', type: 'varchar', length: '24', isNullable: true },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'session',
        columns: [
          { name: 'token_hash', type: 'varchar', length: '64', isPrimary: true },
          login,
          { name: 'created_at', type: 'varchar', length: '24' },
          { name: 'expires_at', type: 'varchar', length: '24' },
        ],
        indices: [{ name: 'session_login', columnNames: ['login'] }],
        foreignKeys: [ofAccount('session_account')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'sign_in_link',
        columns: [
          { name: 'token_hash', type: 'varchar', length: '64', isPrimary: true },
          login,
          { name: 'expires_at', type: 'varchar', length: '24' },
          { name: 'used_at', type: 'varchar', length: '24', isNullable: true },
        ],
        foreignKeys: [ofAccount('sign_in_link_account')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'role_grant',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          login,
          { name: 'role', type: 'varchar', length: '20' },
          { name: 'campaign', type: 'varchar', length: '64', isNullable: true },
          { name: 'cluster', type: 'varchar', length: '64', isNullable: true },
          { name: 'unit', type: 'varchar', length: '64', isNullable: true },
        ],
        indices: [{ name: 'role_grant_login', columnNames: ['login'] }],
        foreignKeys: [ofAccount('role_grant_account')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['role_grant', 'sign_in_link', 'session', 'account']) await runner.dropTable(table);
  }
}
