import type { JsonValue } from '@thidua/scoring';
import { sheetId } from './submission-request.js';
import type { LocatedSheet, SubmitRequest } from './submission-request.js';

/** Somebody saved the sheet since this editor read it. */
export class StaleSheet extends Error {
  override readonly name = 'StaleSheet';

  constructor(
    readonly sheet: LocatedSheet,
    readonly yours: { readonly version: number; readonly entries: JsonValue | null },
  ) {
    super(`sheet ${sheetId(sheet)} was saved by somebody else`);
  }

  static of(request: SubmitRequest): StaleSheet {
    const { ifMatch, entries = null } = request;
    return new StaleSheet(request, { version: ifMatch, entries });
  }
}
