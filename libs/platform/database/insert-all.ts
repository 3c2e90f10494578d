import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Transaction } from './transaction.js';

/** Rows of one statement: SQLite binds at most 32,766 values. */
const CHUNK = 500;

/** Inserts rows of an entity in statements of a size the database takes. */
export async function insertAll<T extends object>(
  tx: Transaction,
  entity: new () => T,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows.slice(start, start + CHUNK);
    await tx.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }
}
