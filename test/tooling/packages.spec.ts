import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

interface Manifest {
  allowScripts?: Record<string, boolean>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

interface LockedPackage extends Manifest {
  hasInstallScript?: boolean;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const allowScripts = read<Manifest>('package.json').allowScripts ?? {};

/** `apps/web/node_modules/@a/b` is the package `@a/b`. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('install scripts', () => {
  it('are decided on, yes or no, for every package that has one: newer npm runs no others', () => {
    const withScript = Object.entries(packages).filter(([, locked]) => locked.hasInstallScript === true);
    const names = [...new Set(withScript.map(([path]) => nameOf(path)))];
    expect(names).toContain('sqlite3');
    expect(names.filter((name) => allowScripts[name] === undefined)).toEqual([]);
  });

  it('are named for no package that is not installed', () => {
    const installed = new Set(Object.keys(packages).map(nameOf));
    expect(Object.keys(allowScripts).filter((name) => !installed.has(name))).toEqual([]);
  });
});

describe('the lock file', () => {
  const workspaces = ['libs', 'apps']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')));

  it.each(['', ...workspaces])('answers to package.json of "%s"', (folder) => {
    const manifest = read<Manifest>(join(folder, 'package.json'));
    const locked = packages[folder];
    expect(locked?.dependencies ?? {}).toEqual(manifest.dependencies ?? {});
    expect(locked?.devDependencies ?? {}).toEqual(manifest.devDependencies ?? {});
  });
});
