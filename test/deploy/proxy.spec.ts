import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@thidua/platform';
import { registeredRoutes } from '../support/routes.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { deployFile } from './support/deploy-file.js';
import { argsOf, readNginx } from './support/nginx-file.js';
import type { Directive } from './support/nginx-file.js';

const site = readNginx(deployFile('nginx.conf'));
const servers = site.filter(({ name }) => name === 'server').map(({ inside }) => inside);
const plain = servers.find((server) => server.some(({ name, args }) => name === 'listen' && args[0] === '80'))!;
const secure = servers.find((server) => server.some(({ name }) => name === 'ssl_certificate'))!;
const locationsOf = (server: readonly Directive[]) => server.filter(({ name }) => name === 'location');
const seconds = (text: string) => parseInt(text, 10);
/** Of an event stream. */
const BEAT_SECONDS = 20;

describe('the proxy', () => {
  let api: RunningApi;
  let routes: string[];
  beforeAll(async () => {
    api = await startApi({ database: 'sqlite', processors: 'none' });
    routes = registeredRoutes(api.app.getHttpAdapter() as never);
  });
  afterAll(() => api?.stop());

  it('speaks modern TLS alone, and says so to browsers wherever it answers', () => {
    expect(argsOf(secure, 'ssl_protocols')).toEqual(['TLSv1.2', 'TLSv1.3']);
    const [ciphers = ''] = argsOf(secure, 'ssl_ciphers');
    expect(ciphers.split(':').filter((name) => !/^ECDHE-.*(GCM|POLY1305)/.test(name))).toEqual([]);
    const [, policy = '', always] = argsOf(secure, 'add_header', 'Strict-Transport-Security');
    expect(Number(/max-age=(\d+)/.exec(policy)![1])).toBeGreaterThanOrEqual(365 * 86_400);
    expect([policy.includes('includeSubDomains'), always]).toEqual([true, 'always']);
    // One in a location would take the place of all those above it.
    expect(locationsOf(secure).filter(({ inside }) => inside.some(({ name }) => name === 'add_header'))).toEqual([]);
    // Pages lead to HTTPS, and requests of the API do not.
    const [everything, ofApi] = locationsOf(plain).map(({ args, inside }) => [args[0], ...argsOf(inside, 'return')]);
    expect([everything, ofApi]).toEqual([
      ['/', '301', 'https://$server_name$request_uri'],
      ['/api/', '403'],
    ]);
  });

  it('says itself where a request comes from, and believes no client', () => {
    const said = (name: string) => argsOf(secure, 'proxy_set_header', name)[1];
    expect(said('X-Forwarded-For')).toBe('$remote_addr');
    expect(said('X-Forwarded-Proto')).toBe('$scheme');
    expect(said('Forwarded')).toBe('');
    // Headers said in a location take the place of all those above it.
    expect(
      locationsOf(secure)
        .flatMap(({ inside }) => inside)
        .filter(({ name }) => name === 'proxy_set_header'),
    ).toEqual([]);
    expect(argsOf(secure, 'proxy_cookie_flags')).toEqual(['thidua_session', 'secure', 'httponly', 'samesite=strict']);
  });

  it('takes bodies that the service takes', () => {
    expect(argsOf(secure, 'client_max_body_size')).toEqual([`${loadConfig({}).bodyLimitMb}m`]);
  });

  it('holds back no event, and nothing but streams is unbuffered', () => {
    const unbuffered = locationsOf(secure).filter(({ inside }) =>
      inside.some(({ name }) => name === 'proxy_buffering'),
    );
    expect(unbuffered).toHaveLength(1);
    const [{ args, inside }] = unbuffered as [Directive];
    expect([args[0], argsOf(inside, 'proxy_buffering')]).toEqual(['~', ['off']]);
    const path = new RegExp(args[1]!);
    const matched = routes.filter((route) => path.test(route.split(' ')[1]!.replaceAll(/:\w+/g, 'x')));
    expect(matched).toEqual(['GET /api/campaigns/:campaign/events']);
    expect(seconds(argsOf(inside, 'proxy_read_timeout')[0]!)).toBeGreaterThan(3 * BEAT_SECONDS);
  });

  it('does not pass on what is for collectors alone', () => {
    const closed = locationsOf(secure).filter(({ inside }) => inside.some(({ name }) => name === 'return'));
    expect(closed.map(({ args, inside }) => [args, argsOf(inside, 'return')])).toEqual([
      [['=', '/api/metrics'], ['404']],
    ]);
    expect(routes).toContain('GET /api/metrics');
  });

  it('passes everything else on to the service, by one address', () => {
    const passing = locationsOf(secure).filter(({ inside }) => inside.some(({ name }) => name === 'proxy_pass'));
    expect(passing.map(({ inside }) => argsOf(inside, 'proxy_pass'))).toEqual([['http://thidua'], ['http://thidua']]);
    const upstream = site.find(({ name, args }) => name === 'upstream' && args[0] === 'thidua')!;
    const { host, port } = loadConfig({});
    expect(argsOf(upstream.inside, 'server')).toEqual([`${host}:${port}`]);
  });
});
