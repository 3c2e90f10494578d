import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@thidua/platform';
import { ROOT, deployFile, sourceOf } from './support/deploy-file.js';
import { environmentOf, readUnit } from './support/unit-file.js';

const NAMES = ['thidua-api@.service', 'thidua-worker@.service'] as const;
const units = NAMES.map((name) => readUnit(deployFile(name)));
const PRIVATE_REDIS_SECONDS = 5;
const EXAMPLE = join(ROOT, 'config', 'production.example.yaml');
/** What whoever copies the example gives. */
const SECRETS = {
  DATABASE_URL: 'postgres://thidua:gnu7Whqs@127.0.0.1:5432/thidua',
  REDIS_URL: 'redis://:gnu7Whqs@127.0.0.1:6379/0',
};

/** What must be said, and as it is said. */
const HARDENING: Readonly<Record<string, string>> = {
  User: 'thidua',
  NoNewPrivileges: 'yes',
  CapabilityBoundingSet: '',
  AmbientCapabilities: '',
  ProtectSystem: 'strict',
  ProtectHome: 'yes',
  PrivateTmp: 'yes',
  PrivateDevices: 'yes',
  ProtectKernelModules: 'yes',
  ProtectKernelTunables: 'yes',
  ProtectControlGroups: 'yes',
  RestrictNamespaces: 'yes',
  RestrictSUIDSGID: 'yes',
  SystemCallArchitectures: 'native',
  IPAddressDeny: 'any',
  IPAddressAllow: 'localhost',
  UMask: '0077',
  StateDirectoryMode: '0700',
  Type: 'exec',
  Restart: 'always',
  KillMode: 'mixed',
  KillSignal: 'SIGTERM',
};

const ofDaemon = (name: string): string =>
  units.map((unit) => unit['Service']!.get(name)!.join(' ')).reduce((one, other) => (one === other ? one : 'differs'));
const bytes = (size: string): number => parseInt(size, 10) * 1024 ** ' KMG'.indexOf(size.at(-1)!);

describe('the units', () => {
  it('differ in what they start alone', () => {
    const common = units.map((unit) =>
      [...unit['Service']!].filter(([key]) => key !== 'ExecStart' && key !== 'Environment'),
    );
    expect(common[0]).toEqual(common[1]);
    expect(units[0]!['Install']).toEqual(units[1]!['Install']);
  });

  it.each(Object.entries(HARDENING))('say %s=%s, once', (key, value) => {
    expect(units.map((unit) => unit['Service']!.get(key))).toEqual([[value], [value]]);
  });

  it('start programs that are there, on settings that are accepted', () => {
    for (const unit of units) {
      const [[command = '']] = [unit['Service']!.get('ExecStart')!];
      const [program, file] = command.split(' ');
      expect(program).toMatch(/^\/usr\/bin\/node$/);
      expect([file, existsSync(sourceOf(file!))]).toEqual([file, true]);
      // Ignores what follows a variable that the service does not read, so each must be one that it does.
      const { NODE_ENV, CONFIG_FILE, ...settings } = environmentOf(unit, { '%i': '3001', '%S': '/var/lib' });
      expect([NODE_ENV, CONFIG_FILE]).toEqual(['production', '/etc/thidua/settings.yaml']);
      const config = loadConfig({ ...settings, ...SECRETS, CONFIG_FILE: EXAMPLE });
      expect(config.dataDir).toBe(`/var/lib/${ofDaemon('StateDirectory')}`);
      if ('PORT' in settings) expect([config.host, config.port]).toEqual(['127.0.0.1', 3001]);
    }
  });

  it('give the service the time and the memory that its settings ask for', () => {
    const settings = loadConfig({ ...SECRETS, CONFIG_FILE: EXAMPLE });
    expect(Number(ofDaemon('TimeoutStopSec'))).toBeGreaterThan(settings.shutdownSeconds + PRIVATE_REDIS_SECONDS);
    expect(bytes(ofDaemon('MemoryHigh'))).toBeGreaterThan(4 * settings.keptMemoryMb * 1024 ** 2);
    expect(bytes(ofDaemon('MemoryMax'))).toBeGreaterThan(bytes(ofDaemon('MemoryHigh')));
  });

  it('hold no secret', () => {
    for (const name of NAMES) expect(deployFile(name)).not.toMatch(/:\/\/[^/\s]*:[^/\s]*@|password=/i);
  });
});
