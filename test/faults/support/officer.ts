import { randomUUID } from 'node:crypto';
import { CAMPAIGN, sheetEntries } from './competition.js';
import type { UnitPlace } from './competition.js';
import { HttpSession, NoAnswer } from './http-session.js';

/** One sheet that was sent to the service, once or again and again under the same key. */
export interface Attempt extends UnitPlace {
  readonly key: string;
  /** Points of the marked criterion, with the scale's digits. Different in each attempt. */
  readonly points: string;
  /** The cluster's revision it was answered with; undefined while no answer ever came. */
  revision?: number;
}

interface Sent {
  readonly attempt: Attempt;
  readonly ifMatch: number;
  readonly body: string;
}

let count = 0;

/** The officer of one unit: submits its sheet time after time, and keeps account of what was answered. */
export class Officer {
  readonly attempts: Attempt[] = [];
  /** Sent, and never answered. */
  private open: Sent | undefined;

  private constructor(
    readonly place: UnitPlace,
    private readonly session: HttpSession,
    private version: number,
  ) {}

  static async create(place: UnitPlace, session: HttpSession): Promise<Officer> {
    const sheet = JSON.parse(await session.read(sheetPath(place))) as { version: number };
    return new Officer(place, session, sheet.version);
  }

  /** How many of its submissions were accepted. */
  get accepted(): number {
    return this.attempts.filter(({ revision }) => revision !== undefined).length;
  }

  /** Whether it waits for the answer to an attempt that broke off. */
  get isUnsure(): boolean {
    return this.open !== undefined;
  }

  /**
   * Submits new points, and figures that follow from `n`. A service that does not answer leaves the attempt open.
   * @throws when it answers anything but 201: no fault is a reason to refuse a submission.
   */
  async submit(n?: number): Promise<void> {
    if (this.open) throw new Error('settle the open attempt first');
    count += 1;
    const points = (count / 100).toFixed(2);
    const attempt: Attempt = { ...this.place, key: randomUUID(), points };
    this.attempts.push(attempt);
    this.open = { attempt, ifMatch: this.version, body: JSON.stringify({ entries: sheetEntries(points, n ?? count) }) };
    await this.send(this.open);
  }

  /**
   * Sends the open attempt again under its key.
   * @returns whether the service had it already; undefined when nothing was open.
   */
  async settle(): Promise<boolean | undefined> {
    return this.open && this.send(this.open);
  }

  private async send({ attempt, ifMatch, body }: Sent): Promise<boolean | undefined> {
    const headers = { 'if-match': `"${ifMatch}"`, 'idempotency-key': attempt.key };
    try {
      const answer = await this.session.post(`${sheetPath(this.place)}/submission`, body, headers);
      if (answer.status !== 201) throw new Error(`submission of ${attempt.unit}: ${answer.status} ${answer.text}`);
      const { revision, version } = JSON.parse(answer.text) as { revision: number; version: number };
      attempt.revision = revision;
      this.version = version;
      this.open = undefined;
      return answer.headers.get('idempotent-replay') === 'true';
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return undefined;
    }
  }
}

const sheetPath = ({ unit }: UnitPlace): string => `/campaigns/${CAMPAIGN}/units/${unit}/sheets/self`;
