import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ByteCache } from './byte-cache.js';

/** How the memory that a process may keep for the next request is shared out. The shares add up to 1. */
const SHARES = {
  /** Facts and columns of clusters, for the next recompute. */
  clusters: 1 / 2,
  /** Whole boards as they are sent. */
  boards: 1 / 8,
  /** The pieces they are made of. */
  boardPieces: 1 / 8,
  /** Compiled rules of campaigns. */
  rules: 1 / 8,
  /** Who sessions are, until something is committed. */
  sessions: 1 / 16,
  /** Which revisions a board shows, until something is committed. */
  freshness: 1 / 16,
} as const;

export type CacheName = keyof typeof SHARES;

const MIB = 1024 * 1024;

/** Everything a process remembers that could be read again, each with its bound in bytes (setting `keptMemoryMb`). */
@Injectable()
export class KeptMemory {
  private readonly caches = new Map<CacheName, ByteCache<unknown>>();

  constructor(private readonly config: Config) {}

  /** The cache of this name, empty. Whoever asks owns it. */
  cache<Value>(name: CacheName): ByteCache<Value> {
    const made = new ByteCache<Value>(SHARES[name] * this.config.keptMemoryMb * MIB);
    this.caches.set(name, made as ByteCache<unknown>);
    return made;
  }

  /** What each keeps now. */
  usage(): { readonly name: CacheName; readonly bytes: number; readonly limit: number }[] {
    return [...this.caches].map(([name, { bytes, limit }]) => ({ name, bytes, limit }));
  }
}
