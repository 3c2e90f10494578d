import { hash as digest } from 'node:crypto';

/** One record of the audit log, as it is stored. */
export interface AuditRecord {
  /** 1, 2, 3, … without a gap, in the order of the commits. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly campaign: string | null;
  readonly subject: string;
  /** A JSON object. */
  readonly detail: string;
  readonly correlationId: string | null;
  /** The hash of the record before; of the first, `NOTHING`. */
  readonly previous: string;
  readonly hash: string;
}

/** How far a chain has come. Who keeps it elsewhere can tell later that nothing before it was changed or cut off. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

const NOTHING = '0'.repeat(64);
export const EMPTY: Head = { seq: 0, hash: NOTHING };

/** SHA-256 (hex) of values as a JSON array without spaces: one text for the same values, on whatever database they lie. */
export function hashOfValues(values: readonly (string | number | boolean | null)[]): string {
  return digest('sha256', JSON.stringify(values));
}

/** What a record's `hash` must be: that of all its other columns, in this order. */
export function hashOfRecord(record: Omit<AuditRecord, 'hash'>): string {
  const { seq, at, actor, action, campaign, subject, detail, correlationId, previous } = record;
  return hashOfValues([seq, at, actor, action, campaign, subject, detail, correlationId, previous]);
}

/** What a record tells in detail; nothing where somebody who wrote it past the service left no JSON object. */
export function detailOf<Detail extends object>({ detail }: Pick<AuditRecord, 'detail'>): Partial<Detail> {
  try {
    return (JSON.parse(detail) as Partial<Detail> | null) ?? {};
  } catch {
    return {};
  }
}

/** Links acts to the chain whose head is given, in order. */
export function link(head: Head, acts: readonly Omit<AuditRecord, 'seq' | 'previous' | 'hash'>[]): AuditRecord[] {
  let { seq, hash: previous } = head;
  return acts.map((act) => {
    const record = { ...act, seq: (seq += 1), previous };
    const linked = { ...record, hash: hashOfRecord(record) };
    previous = linked.hash;
    return linked;
  });
}

/** A head as people note it: `1204:5f0c…`. */
export function headText({ seq, hash }: Head): string {
  return `${seq}:${hash}`;
}

/** The head that a text names; null when it names none. */
export function parseHead(text: string): Head | null {
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim());
  return found ? { seq: Number(found[1]), hash: found[2]! } : null;
}
