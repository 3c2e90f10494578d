import type { StageName } from '@thidua/identity';
import type { JsonValue } from '@thidua/scoring';

export interface SheetKey {
  readonly campaign: string;
  readonly unit: string;
  readonly stage: StageName;
}

export interface SubmitRequest extends SheetKey {
  /** The sheet's version that the editor started from. */
  readonly ifMatch: number;
  readonly idempotencyKey: string;
  /** Absent: submit the saved draft. */
  readonly entries?: JsonValue;
  readonly login: string;
}

export interface Submitted {
  readonly unit: string;
  readonly stage: StageName;
  readonly version: number;
  /** The cluster's revision from which this submission counts. */
  readonly revision: number;
  readonly submittedAt: string;
}
