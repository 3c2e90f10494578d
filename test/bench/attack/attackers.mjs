// Strangers, in a process of their own: `attackers.mjs URL` says when it has begun, and when told to stop what came back.
import { connect } from 'node:net';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const url = new URL(process.argv[2]);
const answers = {};
const ended = new AbortController();
const isOn = () => !ended.signal.aborted;
// Strangers have machines of their own: what their side of it costs is not the service's.
setPriority(constants.priority.PRIORITY_LOW);

const note = (what, answer) => {
  const key = `${what} ${answer}`;
  answers[key] = (answers[key] ?? 0) + 1;
};

async function post(what, body) {
  try {
    const answer = await fetch(new URL('/api/sessions', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await answer.arrayBuffer();
    note(what, answer.status);
  } catch {
    note(what, 'cut off');
    await sleep(20);
  }
}

async function guess(number) {
  for (let turn = 0; isOn(); turn += 1) {
    await post('password', JSON.stringify({ login: `bench-${number % 8}`, password: `sai-${turn}` }));
  }
}

const KEYS = JSON.stringify(Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`k${i}`, 1])));
async function stuff() {
  while (isOn()) await post('200,000 keys', KEYS);
}

/** Sends the head of a large body, and then a byte now and then. */
async function drip() {
  while (isOn()) {
    const socket = connect(Number(url.port), url.hostname);
    socket.on('error', () => undefined);
    socket.write(
      'POST /api/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 15000000\r\n\r\n{',
    );
    while (!socket.closed && isOn()) {
      await sleep(200);
      if (socket.writable) socket.write(' ');
    }
    note('drip', 'closed');
    socket.destroy();
  }
}

const strangers = [
  ...Array.from({ length: 256 }, (_, number) => guess(number)),
  ...Array.from({ length: 64 }, () => stuff()),
  ...Array.from({ length: 60 }, () => drip()),
];
process.send('begun');
process.once('message', async () => {
  ended.abort();
  await Promise.race([Promise.all(strangers), sleep(10_000)]);
  process.send(answers);
});
process.once('disconnect', () => process.exit(0));
