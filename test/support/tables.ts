import { Reader } from '@thidua/platform';
import { DataSource } from 'typeorm';
import type { RunningApi } from './start-api.js';

/** Rows of every table of the schema, by name. */
export async function rowCounts(api: RunningApi): Promise<Record<string, number>> {
  const reader = api.get<Reader>(Reader);
  const counts: Record<string, number> = {};
  for (const { tableName } of api.get<DataSource>(DataSource).entityMetadatas) {
    const [row] = await reader.query<{ n: number | string }>(`SELECT COUNT(*) AS n FROM "${tableName}"`);
    counts[tableName] = Number(row!.n);
  }
  return counts;
}

/** Committed rows of a statement written with `?` placeholders. */
export function rows<Row extends object>(
  api: RunningApi,
  sql: string,
  params: (string | number)[] = [],
): Promise<Row[]> {
  return api.get<Reader>(Reader).query<Row>(sql, params);
}
