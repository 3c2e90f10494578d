import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What an answer may do in a browser, whatever it is. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page runs its own scripts alone; its components write their styles into it. */
const OF_PAGE = {
  ...ALWAYS,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** Answers of the API are data about people: shown nowhere by themselves, and kept nowhere. */
export const HEADERS_OF_API = {
  ...ALWAYS,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

const SECURE_ONLY = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** What goes with every answer to a request, but for what its route says otherwise. */
export function securityHeadersOf({ url, protocol }: FastifyRequest): Record<string, string> {
  const headers = /^\/api(?:[/?]|$)/.test(url) ? HEADERS_OF_API : OF_PAGE;
  return protocol === 'https' ? { ...headers, ...SECURE_ONLY } : headers;
}

export function installSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeadersOf(request));
    done();
  });
}
