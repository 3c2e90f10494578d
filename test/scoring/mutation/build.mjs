import { readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

/**
 * Compiles the engine and its tests where they lie, in the copy of the tree that the mutation test works on: each
 * `x.ts` beside its `x.js`, so that a mutant's process starts without a compiler. The tests get other doors to the
 * packages that only their usual runner has.
 */
const FOLDERS = ['libs/scoring', 'test/scoring'];
const DOORS = {
  '@thidua/scoring': 'libs/scoring/index.js',
  '@jest/globals': 'test/scoring/mutation/globals.mjs',
  'fast-check': 'test/scoring/mutation/few-runs.mjs',
};

const options = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: { useDefineForClassFields: false } },
};

async function* sources(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name)) yield resolve(entry.parentPath, entry.name);
  }
}

for (const folder of FOLDERS) {
  for await (const file of sources(folder)) {
    const { code } = await transform(await readFile(file, 'utf8'), { ...options, filename: file });
    const opened = code.replace(/ from '([^']+)';| from "([^"]+)";/g, (whole, one, two) => {
      const door = DOORS[one ?? two];
      return door === undefined ? whole : ` from '${pathToFileURL(resolve(door)).href}';`;
    });
    await writeFile(file.replace(/\.ts$/, '.js'), opened);
  }
}
