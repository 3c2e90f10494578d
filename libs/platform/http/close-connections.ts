import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How often a stopping server looks for connections whose last answer has been sent. */
const LOOK_MS = 50;

/**
 * Keeps a stopping server from waiting for ever: connections that were opened ahead (browsers do) and never used are
 * closed at once, like the idle ones, one that is kept alive once its request is answered, and requests still running
 * after `seconds` are cut off.
 */
export function closeConnections(fastify: FastifyInstance, seconds: number): void {
  const open = new Set<Socket>();
  fastify.server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  fastify.addHook('preClose', (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    const idle = setInterval(() => fastify.server.closeIdleConnections(), LOOK_MS).unref();
    fastify.server.once('close', () => clearInterval(idle));
    setTimeout(() => fastify.server.closeAllConnections(), seconds * 1000).unref();
    done();
  });
}
