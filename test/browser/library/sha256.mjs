/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hexadecimal. The library asks for a hash that answers at once, and
 * a page's own only answers later.
 */
export function sha256(text) {
  const words = paddedWords(new TextEncoder().encode(text));
  const state = Uint32Array.from(START);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    for (let i = 16; i < 64; i++) {
      const [early, late] = [schedule[i - 15], schedule[i - 2]];
      const mixed = (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + schedule[i - 7];
      schedule[i] = schedule[i - 16] + mixed + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
    }
    mix(state, schedule);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);
const fraction = (root) => ((root % 1) * 2 ** 32) >>> 0;
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

const turn = (word, bits) => (word >>> bits) | (word << (32 - bits));

function paddedWords(bytes) {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i <= bytes.length; i++) words[i >> 2] |= (bytes[i] ?? 0x80) << (24 - (i % 4) * 8);
  words[words.length - 2] = (bytes.length * 8) / 2 ** 32;
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function mix(state, schedule) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + ROUNDS[i] + schedule[i]) | 0;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
}
