import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Stands before a Redis and can make the connections through it hang, as a lost network does: open, but silent. */
export class FreezingProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();

  private constructor(private readonly server: Server) {}

  static before(path: string): Promise<FreezingProxy> {
    return new Promise((resolve) => {
      const server = createServer();
      const proxy = new FreezingProxy(server);
      server.on('connection', (near) => proxy.pair(near, connect(path)));
      server.listen(0, '127.0.0.1', () => resolve(proxy));
    });
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Nothing passes any more on the connections there are. New ones are not touched. */
  freeze(): void {
    for (const [near, far] of this.pairs) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    }
  }

  async close(): Promise<void> {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    if (!this.server.listening) return;
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private pair(near: Socket, far: Socket): void {
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const socket of pair) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
  }
}
