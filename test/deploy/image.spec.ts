import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@thidua/platform';
import { parse } from 'yaml';
import { tempFolder } from '../platform/support/temp-folder.js';
import { startApi } from '../support/start-api.js';
import { ROOT, deployFile, deployPath, sourceOf } from './support/deploy-file.js';
import { commandOf, environmentOf, stagesOf, textOf } from './support/dockerfile.js';

const dockerfile = deployFile('Dockerfile');
const [build = [], image = []] = stagesOf(dockerfile.replace(/^ARG .*$/m, ''));
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const environment = environmentOf(image);

describe('the image', () => {
  it('is built of files that are there and are not ignored, by scripts that are there', () => {
    const [base = ''] = /(?<=^ARG NODE=)\S+/m.exec(dockerfile) ?? [];
    expect(base).toMatch(/^\d+-bookworm-slim$/);
    expect(parseInt(base, 10)).toBeGreaterThanOrEqual(parseInt(manifest.engines.node.replace(/\D+/, ''), 10));
    expect([build, image].map((stage) => textOf(stage, 'FROM').split(' ')[0])).toEqual([
      'node:${NODE}',
      'node:${NODE}',
    ]);

    const copied = build.filter(({ name }) => name === 'COPY').flatMap(({ text }) => text.split(' ').slice(0, -1));
    expect(copied).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', 'apps', 'libs', 'config']),
    );
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const ignore = deployFile('Dockerfile.dockerignore').split('\n');
    expect(ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1))).toEqual(
      expect.arrayContaining(copied),
    );
    // Everything else is left out: the history, data folders, settings of the machine that builds.
    expect(ignore.find((line) => !line.startsWith('#'))).toBe('*');

    const scripts = [...dockerfile.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
    expect(scripts).toContain('build');
    expect(scripts.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });

  it('runs as somebody who owns nothing but the volume, on settings that are accepted, without a secret', () => {
    const { NODE_ENV, ...settings } = environment;
    expect(NODE_ENV).toBe('production');
    const config = loadConfig(settings, '/');
    expect(Object.keys(settings).toSorted()).toEqual(['DATA_DIR', 'HOST', 'PORT']);
    expect(textOf(image, 'EXPOSE')).toBe(String(config.port));
    expect(commandOf(image, 'VOLUME')).toEqual([config.dataDir]);
    expect(textOf(image, 'USER')).toBe('node');
    expect(textOf(image, 'RUN')).toContain(`install -d -o node -g node -m 0700 ${config.dataDir}`);
    expect(dockerfile).not.toMatch(/--chown|ADD |_URL=|password|secret[^ ]*=/i);
  });

  it('starts programs that are there, with no shell between', () => {
    const started = [commandOf(image, 'CMD'), ['node', /node (apps\/worker\S+)/.exec(dockerfile)![1]!]];
    for (const [program, file] of started) {
      expect(program).toBe('node');
      expect([file, existsSync(sourceOf(file!))]).toEqual([file, true]);
    }
    const [first, ...rest] = commandOf(image, 'ENTRYPOINT');
    expect(rest).toEqual(['--']);
    expect(textOf(image, 'RUN')).toContain(` ${first} `);
  });

  it('is healthy when the service is ready, and only then', async () => {
    const [program, ...args] = commandOf(image, 'HEALTHCHECK');
    const look = async (port: string) => {
      const child = spawn(program!, args, { env: { ...process.env, PORT: port }, stdio: 'ignore' });
      return (await once(child, 'exit'))[0] as number;
    };
    const api = await startApi({ database: 'sqlite' });
    const { port } = new URL(api.url);
    try {
      expect(await look(port)).toBe(0);
    } finally {
      await api.stop();
    }
    expect(await look(port)).toBe(1);
  });
});

describe('the composition', () => {
  const { services, volumes, configs, networks } = parse(deployFile('compose.yaml')) as {
    services: Record<string, Record<string, unknown>>;
    volumes: Record<string, unknown>;
    configs: Record<string, { content: string }>;
    networks: Record<string, { ipam: { config: { gateway: string }[] } }>;
  };
  const service = services['thidua']!;

  it('builds the image, and mounts nothing to write to but its volume', () => {
    const { context, dockerfile: file } = service['build'] as Record<string, string>;
    const root = join(deployPath('.'), context!);
    expect([join(root, 'package.json'), join(root, file!)].map((path) => existsSync(path))).toEqual([true, true]);
    expect(service['volumes']).toEqual([`${Object.keys(volumes)[0]}:${commandOf(image, 'VOLUME')[0]}`]);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      ports: [`127.0.0.1:${environment['PORT']}:${environment['PORT']}`],
    });
  });

  it('trusts the proxy by the address that it has in the network of the container', async () => {
    const [{ gateway }] = networks['proxied']!.ipam.config as [{ gateway: string }];
    expect(service).toMatchObject({
      networks: ['proxied'],
      configs: [{ source: 'settings', target: '/settings.yaml' }],
    });
    expect(service['environment']).toEqual({ CONFIG_FILE: '/settings.yaml' });
    const folder = await tempFolder();
    try {
      const file = join(folder.path, 'settings.yaml');
      await writeFile(file, configs['settings']!.content);
      expect(loadConfig({ CONFIG_FILE: file }).trustedProxies).toEqual([gateway]);
    } finally {
      await folder.remove();
    }
  });

  it('lets the service end what it does before it is killed', () => {
    const { shutdownSeconds } = loadConfig({});
    expect(parseInt(service['stop_grace_period'] as string, 10)).toBeGreaterThan(shutdownSeconds + 5);
  });
});
