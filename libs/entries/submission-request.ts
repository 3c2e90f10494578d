import type { Author, StageScope } from '@thidua/identity';
import type { JsonValue } from '@thidua/scoring';
import type { SheetPlace } from './sheet-place.js';

export interface SheetKey extends SheetPlace {
  readonly campaign: string;
  readonly unit: string;
}

/** A sheet as the guard of its route has located it. */
export type LocatedSheet = SheetKey & Pick<StageScope, 'cluster' | 'scoredBy'>;

export interface SubmitRequest extends LocatedSheet {
  /** The sheet's version that the editor started from. */
  readonly ifMatch: number;
  readonly idempotencyKey: string;
  /** Absent: submit the saved draft. */
  readonly entries?: JsonValue;
  readonly by: Author;
}

export interface Submitted extends SheetPlace {
  readonly unit: string;
  readonly version: number;
  /** The cluster's revision from which this submission counts. */
  readonly revision: number;
  /** Whether a figure differs from what was submitted before: otherwise the revision, and all that rests on it, stand. */
  readonly counts: boolean;
  readonly submittedAt: string;
}

/** One text for each sheet of the service: codes hold no slash. */
export function sheetId({ campaign, unit, stage, round }: SheetKey): string {
  return `${campaign}/${unit}/${stage}/${round}`;
}
