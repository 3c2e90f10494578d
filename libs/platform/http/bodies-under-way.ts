import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { clientAddress, networkOf } from './client-address.js';

const MIB = 1024 * 1024;
/** Of small bodies, from whomever. */
const ANYBODY_BYTES = 16 * MIB;
/** The part of it for who calls from one address: one alone shall not keep the others from signing in. */
const ADDRESS_BYTES = ANYBODY_BYTES / 16;
/** How many of the largest bodies may come at the same time. */
const LARGEST_AT_ONCE = 4;
const RETRY = { 'retry-after': '5' };

/**
 * How many bytes of bodies are on their way, each counted whole from its first byte: what comes slowly, or never to its
 * end, takes its place all the same. When places are short, strangers get none.
 */
export class BodiesUnderWay {
  private anybody = 0;
  private known = 0;
  private readonly byNetwork = new Map<string, number>();
  private readonly bySession = new Map<string, number>();

  /** @param largest bytes of the largest body; no session has more than that under way. */
  constructor(
    private readonly largest: number,
    private readonly sessionOf: (request: FastifyRequest) => Promise<string | undefined>,
  ) {}

  /**
   * Takes a place for a body until its answer is sent or its connection is gone.
   * @param isSmall whether anybody may send so much.
   * @throws Problem `session.missing` of what only somebody may send who is signed in; `request.tooMany` for a session
   *   that sends too much at the same time; `service.unavailable` when all places are taken.
   */
  async admit(request: FastifyRequest, reply: FastifyReply, bytes: number, isSmall: boolean): Promise<void> {
    const network = networkOf(clientAddress(request));
    const isRoom = this.anybody + bytes <= ANYBODY_BYTES && (this.byNetwork.get(network) ?? 0) + bytes <= ADDRESS_BYTES;
    if (isSmall && isRoom) {
      this.addSmall(network, bytes);
      reply.raw.once('close', () => this.addSmall(network, -bytes));
      return;
    }
    const session = await this.sessionOf(request);
    if (session === undefined && !isSmall) throw new Problem('session.missing', 401);
    const own = this.bySession.get(session ?? '') ?? 0;
    if (own > 0 && own + bytes > this.largest) throw new Problem('request.tooMany', 429, { headers: RETRY });
    if (session === undefined || this.known + bytes > LARGEST_AT_ONCE * this.largest)
      throw new Problem('service.unavailable', 503, { headers: RETRY });
    // Gone while the session was looked up.
    if (reply.raw.destroyed) return;
    this.add(session, bytes);
    reply.raw.once('close', () => this.add(session, -bytes));
  }

  private addSmall(network: string, bytes: number): void {
    this.anybody += bytes;
    add(this.byNetwork, network, bytes);
  }

  private add(session: string, bytes: number): void {
    this.known += bytes;
    add(this.bySession, session, bytes);
  }
}

function add(sums: Map<string, number>, key: string, bytes: number): void {
  const sum = (sums.get(key) ?? 0) + bytes;
  if (sum === 0) sums.delete(key);
  else sums.set(key, sum);
}
