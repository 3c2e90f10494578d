import type { QueryRunner, Table } from 'typeorm';

/**
 * Gives a table another shape with its rows kept, on both databases alike: `from` names, for each column of the new
 * table, the SQL expression over the old one's columns that fills it. Nothing may refer to the table.
 */
export async function rebuildTable(
  runner: QueryRunner,
  table: Table,
  from: Readonly<Record<string, string>>,
): Promise<void> {
  const kept = `${table.name}_kept`;
  await runner.query(`CREATE TABLE "${kept}" AS SELECT * FROM "${table.name}"`);
  await runner.dropTable(table.name);
  await runner.createTable(table);
  const columns = Object.keys(from).map((name) => `"${name}"`);
  await runner.query(
    `INSERT INTO "${table.name}" (${columns.join(', ')}) SELECT ${Object.values(from).join(', ')} FROM "${kept}"`,
  );
  await runner.query(`DROP TABLE "${kept}"`);
}
