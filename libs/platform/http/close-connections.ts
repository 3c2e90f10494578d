import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Keeps a stopping server from waiting for ever: connections that were opened ahead (browsers do) and never used are
 * closed at once, like the idle ones, and requests still running after `seconds` are cut off.
 */
export function closeConnections(fastify: FastifyInstance, seconds: number): void {
  const open = new Set<Socket>();
  fastify.server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  fastify.addHook('preClose', (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => fastify.server.closeAllConnections(), seconds * 1000).unref();
    done();
  });
}
