import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A wire to a database that a test can cut: what runs over it is torn off, and what comes then is hung up on. */
export interface Wire {
  /** The database's address by this wire. */
  readonly url: string;
  cut(): void;
  /** From here on nothing comes through, in either direction, and nobody is told. */
  silence(): void;
  mend(): void;
  remove(): Promise<void>;
}

export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url);
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.pipe(other);
      end
        .on('error', () => undefined)
        .once('close', () => {
          ends.delete(end);
          other.destroy();
        });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hereof = new URL(url);
  hereof.port = String((server.address() as AddressInfo).port);
  const tear = () => ends.forEach((end) => end.destroy());
  return {
    url: hereof.href,
    silence() {
      for (const end of ends) end.unpipe().resume();
    },
    cut() {
      whole = false;
      tear();
    },
    mend() {
      whole = true;
    },
    async remove() {
      server.close();
      tear();
      if (server.listening) await once(server, 'close');
    },
  };
}
