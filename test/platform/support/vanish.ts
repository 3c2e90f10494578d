import { rename, rm } from 'node:fs/promises';

/** Takes a folder away in one moment, so that nobody meets it half deleted, and then deletes it. */
export async function vanish(folder: string): Promise<void> {
  const aside = `${folder}.vanished`;
  await rename(folder, aside);
  await rm(aside, { recursive: true, maxRetries: 5 });
}
