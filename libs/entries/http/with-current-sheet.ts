import type { Caller } from '@thidua/identity';
import { Problem } from '@thidua/platform';
import type { ReadSheet } from '../read-sheet.service.js';
import { StaleSheet } from '../stale-sheet.js';

/**
 * Runs a change of a sheet; when somebody else was first, answers 412 with both versions side by side, so that the
 * editor can choose and nothing is overwritten unseen.
 */
export async function withCurrentSheet<T>(readSheet: ReadSheet, caller: Caller, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof StaleSheet)) throw error;
    const current = await readSheet.read(error.sheet, caller);
    throw new Problem('sheet.stale', 412, { extra: { current, yours: error.yours } });
  }
}
