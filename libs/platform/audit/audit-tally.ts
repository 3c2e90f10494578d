import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { AuditLog } from './audit-log.js';

/** What somebody was refused. */
export interface Refusal {
  readonly action: string;
  /** Login of who was refused; null for who is not signed in. */
  readonly actor: string | null;
  /** Where it came from: an address. */
  readonly address: string;
  /** What was asked for, in a few words. */
  readonly asked: string;
  /** The account that a stranger tried to be, where there is one: each such is told by itself, from wherever it is tried. */
  readonly tried?: string;
}

const WINDOW_MS = 60_000;
/** Sources told one by one in a window, of each action and of the signed in and the others apart. */
const SOURCES = 8;
/** The same of accounts that were tried: there are not so many, and the tries are limited. */
const ACCOUNTS = 64;
/** Different things asked for that a record names. */
const NAMED = 5;
const OTHERS = '(others)';

interface Source {
  readonly action: string;
  readonly actor: string | null;
  readonly address: string;
  readonly asked: Set<string>;
  count: number;
}

/**
 * Records refusals, which anybody can cause, without letting anybody fill the disk: the first of a source in a minute
 * at once, the further ones as a count when the minute is over, and those of too many sources together. So a minute
 * leaves at most some dozens of records. A kill loses a count of the running minute, never its first refusal.
 */
@Injectable()
export class AuditTally implements BeforeApplicationShutdown {
  private readonly logger = new Logger('AuditTally');
  private sources = new Map<string, Source>();
  private readonly room = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly audit: AuditLog) {}

  /** Resolves once the refusal may be told. Never throws: who is refused is refused, whether it can be recorded or not. */
  async note({ action, actor, address, asked, tried }: Refusal): Promise<void> {
    this.timer ??= setTimeout(() => void this.flush(), WINDOW_MS).unref();
    const kind = `${action} ${actor === null} ${tried === undefined}`;
    const key = `${kind} ${tried ?? actor ?? address}`;
    const known = this.sources.get(key);
    if (known) return this.count(known, asked);
    const taken = this.room.get(kind) ?? 0;
    if (taken >= (tried === undefined ? SOURCES : ACCOUNTS)) {
      const rest = this.sources.get(`${kind} ${OTHERS}`) ?? {
        action,
        actor: null,
        address: OTHERS,
        asked: new Set(),
        count: 0,
      };
      this.sources.set(`${kind} ${OTHERS}`, rest);
      return this.count(rest, asked);
    }
    this.room.set(kind, taken + 1);
    const first: Source = { action, actor, address, asked: new Set(), count: 0 };
    this.sources.set(key, first);
    if (!(await this.write(first, [asked], 1))) this.count(first, asked);
  }

  /** Writes what was counted and begins a new window. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.sources.values()].filter(({ count }) => count > 0);
    this.sources = new Map();
    this.room.clear();
    for (const source of counted) await this.write(source, [...source.asked], source.count);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private count(source: Source, asked: string): void {
    source.count += 1;
    if (source.asked.size < NAMED) source.asked.add(asked);
  }

  private async write({ action, actor, address }: Source, asked: string[], count: number): Promise<boolean> {
    try {
      await this.audit.write({ actor, action, subject: address, detail: { count, asked } });
      return true;
    } catch (error) {
      this.logger.error({ msg: 'a refusal was not recorded', action, address, count, err: error });
      return false;
    }
  }
}
