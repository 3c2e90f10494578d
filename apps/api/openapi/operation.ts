import type { AccessRule } from '@thidua/identity';
import type { ACCESS_EXTENSION, BODY_EXTENSION, BodyKind, REFUSALS_EXTENSION, Refusals } from '@thidua/platform';

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: object;
}

/** An operation as Nest describes it, with what our decorators have left there. */
export interface Operation {
  parameters?: Parameter[];
  requestBody?: { description?: string };
  responses: Record<string, { description?: string }>;
  security?: object[];
  [ACCESS_EXTENSION]?: AccessRule;
  [BODY_EXTENSION]?: BodyKind;
  [REFUSALS_EXTENSION]?: Refusals;
}
