import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worthwhile = 1_024;

/** Lays `.br` and `.gz` beside every text file of the build, so that the server sends them without compressing anew. */
export function precompress(): Plugin {
  let out = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => {
      out = join(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const files = await readdir(out, { recursive: true });
      await Promise.all(
        files
          .filter((file) => /\.(js|css|svg|html)$/.test(file))
          .map(async (file) => {
            const path = join(out, file);
            const content = await readFile(path);
            if (content.length < worthwhile) return;
            await writeFile(`${path}.br`, brotliCompressSync(content));
            await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
          }),
      );
    },
  };
}
