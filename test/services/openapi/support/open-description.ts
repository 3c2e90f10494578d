import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';

interface Content {
  readonly schema: object;
}
export interface Described {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; description?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
  readonly [extension: `x-${string}`]: unknown;
}

export interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object };
}

/** The operations of a description, by `METHOD /path` as the server writes them. */
export function operationsOf({ paths }: Description): Map<string, Described> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) =>
          [`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, operation] as const,
      ),
    ),
  );
}

/** Says how a body differs from a schema of the description; nothing when it does not. */
export function schemaChecker(description: Description): (schema: object, body: unknown) => unknown[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ ...description, $id: 'urn:thidua:description' });
  const compiled = new Map<object, ValidateFunction>();
  return (schema, body) => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"urn:thidua:description#/');
    const validate = compiled.get(schema) ?? ajv.compile(JSON.parse(text) as object);
    compiled.set(schema, validate);
    return validate(body) ? [] : (validate.errors ?? []);
  };
}
