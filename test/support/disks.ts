import type { DataSource } from 'typeorm';

/** What makes a disk full, and what makes room again. */
export const DISKS = {
  sqlite: {
    /** The file may not grow, and what room it has is taken. */
    async fill(source: DataSource): Promise<void> {
      await source.query('CREATE TABLE ballast (bytes blob)');
      await source.query('PRAGMA max_page_count = 1');
      for (let size = 1 << 16; size >= 1; size >>= 1) {
        const more = () => source.query(`INSERT INTO ballast VALUES (zeroblob(${size}))`).then(() => true);
        while (await more().catch(() => false));
      }
    },
    async free(source: DataSource): Promise<void> {
      await source.query('PRAGMA max_page_count = 1000000');
      await source.query('DROP TABLE ballast');
    },
  },
  postgres: {
    /** What the server says when it is (53100, disk_full): its disk is the machine's. */
    async fill(source: DataSource): Promise<void> {
      await source.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`);
      const tables = await source.query<{ name: string }[]>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
      );
      for (const { name } of tables) {
        await source.query(`CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON "${name}"
                            FOR EACH STATEMENT EXECUTE FUNCTION full_disk()`);
      }
    },
    async free(source: DataSource): Promise<void> {
      await source.query('DROP FUNCTION full_disk CASCADE');
    },
  },
} as const;
