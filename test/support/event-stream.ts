import type { Client } from './client.js';
import { eventually } from './eventually.js';

export interface ServerEvent {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** An open stream of server-sent events, read as a page reads it. */
export class EventStream {
  /** What has come so far; heartbeats are left out. */
  readonly events: ServerEvent[] = [];
  readonly ended: Promise<void>;

  private constructor(
    private readonly abort: AbortController,
    body: ReadableStream<Uint8Array>,
  ) {
    // Ended by the server or by `close`, the stream is at its end either way.
    this.ended = this.read(body).catch(() => undefined);
  }

  /** Opens the stream and waits until the server has answered. */
  static async open(client: Client, campaign: string): Promise<EventStream> {
    const abort = new AbortController();
    const answer = await fetch(`${client.url}/api/campaigns/${campaign}/events`, {
      headers: client.sessionHeaders('GET'),
      signal: abort.signal,
    });
    if (answer.status !== 200) throw new Error(`no events: ${answer.status}`);
    return new EventStream(abort, answer.body!);
  }

  /** Waits for an event of which this holds. */
  async until(what: string, holds: (event: ServerEvent) => boolean): Promise<ServerEvent> {
    await eventually(what, () => this.events.some(holds));
    return this.events.find(holds)!;
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.ended;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const),
    );
    const type = fields.get('event') ?? 'message';
    if (type === 'beat' || !fields.has('data')) return;
    this.events.push({ type, data: JSON.parse(fields.get('data')!) as Record<string, unknown> });
  }
}
