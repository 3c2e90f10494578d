import { fileURLToPath } from 'node:url';

/** Absolute path of the work tree, whatever the current folder is. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
