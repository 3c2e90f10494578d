import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccounts } from './accounts.js';
import { CAMPAIGN, UNITS, competitionFile } from './competition.js';
import type { Settling } from './competition.js';
import { until, untilNone } from './eventually.js';
import { findBehind } from './find-behind.js';
import { findDifferences } from './find-differences.js';
import { findLost } from './find-lost.js';
import { HttpSession, ask } from './http-session.js';
import { isAlive, processesOf } from './leftovers.js';
import { Officer } from './officer.js';
import type { Attempt } from './officer.js';
import { RunningProcess } from './running-process.js';
import type { LaunchOptions } from './running-process.js';
import { readRevisions, readState } from './stored-state.js';

/** Everything must be current this soon after a fault is over. */
export const HEALED_MS = 20_000;
const GONE_MS = 5000;

/** A service with a data folder of its own, the competition in it, and an officer for each unit. */
export class World {
  /** Filled by `open`; the officers of all units, in the order of the file. */
  officers: readonly Officer[] = [];
  private url = '';
  private office: HttpSession | undefined;
  private current: RunningProcess | undefined;
  private readonly processes: RunningProcess[] = [];

  private constructor(readonly dataDir: string) {}

  /** Starts the API on an empty folder and brings the competition in. Ranks nothing when nobody recomputes. */
  static async open(options: Omit<LaunchOptions, 'dataDir'> = {}, settling: Settling = 'none'): Promise<World> {
    const world = new World(await mkdtemp(join(tmpdir(), 'thidua-faults-')));
    try {
      await world.startApi(options);
      await world.fill(settling);
    } catch (error) {
      const said = world.processes.map(({ output }) => output).join('\n');
      await world.destroy();
      throw new Error(`the service could not be filled. It said:\n${said}`, { cause: error });
    }
    return world;
  }

  /** The API started last. */
  get api(): RunningProcess {
    return this.current!;
  }

  get databaseFile(): string {
    return join(this.dataDir, 'thidua.sqlite');
  }

  /** Every submission sent so far. */
  get attempts(): readonly Attempt[] {
    return this.officers.flatMap(({ attempts }) => attempts);
  }

  officersOf(cluster: string): Officer[] {
    return this.officers.filter(({ place }) => place.cluster === cluster);
  }

  async startApi(options: Omit<LaunchOptions, 'dataDir'> = {}): Promise<RunningProcess> {
    const { api, url } = await RunningProcess.api({ ...options, dataDir: this.dataDir });
    this.processes.push(api);
    this.current = api;
    this.url = url;
    return api;
  }

  /** Ends the API well and starts it anew, with other options. */
  async restartApi(options: Omit<LaunchOptions, 'dataDir'>): Promise<RunningProcess> {
    await this.api.stop();
    return this.startApi(options);
  }

  async startWorker(options: Omit<LaunchOptions, 'dataDir'> = {}): Promise<RunningProcess> {
    const worker = await RunningProcess.worker({ ...options, dataDir: this.dataDir });
    this.processes.push(worker);
    return worker;
  }

  /** Whether the service says that it is whole. */
  async isReady(): Promise<boolean> {
    return (await ask(`${this.url}/api/health/ready`)).status === 200;
  }

  /** Which rankings and proposals are behind their entries, by the database alone. */
  behind = async (): Promise<string[]> => findBehind(await readRevisions(this.databaseFile));

  /** Waits until nothing is behind. @returns milliseconds. */
  untilCurrent(): Promise<number> {
    return untilNone('behind', this.behind, HEALED_MS);
  }

  /** All that is wrong: submissions lost or halved, rankings behind, rankings that differ from one made from scratch. */
  async findFaults(): Promise<string[]> {
    const state = await readState(this.databaseFile);
    const [file, result] = await this.readResult();
    return [...findLost(state, result, this.attempts), ...findBehind(state), ...findDifferences(file, result)];
  }

  /** The competition file as it stands and the result document of the stored rankings. @throws while those are behind. */
  async readResult(): Promise<[file: string, result: string]> {
    return [
      await this.office!.read(`/campaigns/${CAMPAIGN}/file`),
      await this.office!.read(`/campaigns/${CAMPAIGN}/result`),
    ];
  }

  /** Sends again what was never answered. @returns how many of those the service had already. */
  async settle(): Promise<{ had: number; hadNot: number }> {
    const replayed = await Promise.all(this.officers.map((officer) => officer.settle()));
    if (this.officers.some(({ isUnsure }) => isUnsure)) throw new Error('still no answer');
    return {
      had: replayed.filter((had) => had === true).length,
      hadNot: replayed.filter((had) => had === false).length,
    };
  }

  /** Ends the processes in order, last started first. @throws when one does not end well or leaves one of its own. */
  async close(): Promise<void> {
    try {
      for (const each of this.processes.toReversed()) await each.stop();
      await this.untilNobody();
    } finally {
      await this.destroy();
    }
  }

  /** Waits until no process of this folder is left. @returns milliseconds. */
  async untilNobody(): Promise<number> {
    const look = async () => (await processesOf(this.dataDir)).map(({ pid, command }) => `${pid} ${command}`);
    const waited = await untilNone('still running', look, GONE_MS);
    await until('no process we started lives', () => this.processes.every(({ pid }) => !isAlive(pid)), GONE_MS);
    return waited;
  }

  /** Ends all without ceremony; what a test that failed leaves must not disturb the next. */
  private async destroy(): Promise<void> {
    for (const { pid } of await processesOf(this.dataDir)) {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 3 });
  }

  private async fill(settling: Settling): Promise<void> {
    const tokens = await createAccounts(this.databaseFile);
    const signIn = (login: string) => HttpSession.signIn(() => this.url, tokens.get(login)!);
    this.office = await signIn('office');
    const imported = await this.office.post('/campaigns/import', competitionFile(settling));
    if (imported.status !== 201) throw new Error(`import: ${imported.status} ${imported.text}`);
    this.officers = await Promise.all(UNITS.map(async (place) => Officer.create(place, await signIn(place.unit))));
  }
}
