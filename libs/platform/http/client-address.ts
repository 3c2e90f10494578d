import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

const GROUPS = 8;
/** Of an IPv6 address these are given to one customer. */
const GROUPS_OF_CUSTOMER = 4;

/** Where a request comes from: as a trusted proxy says, where that is an address, else who is at the other end. */
export function clientAddress({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  return isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip;
}

/** What stands for whoever calls from an address: itself, or of IPv6 the network that one customer has. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const groups = tail ? [...head, ...Array<string>(GROUPS - head.length - tail.length).fill('0'), ...tail] : head;
  return groups.slice(0, GROUPS_OF_CUSTOMER).join(':');
}
