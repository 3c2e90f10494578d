import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';

/** What a route takes in at most, in its raw text, before anything reads it. */
export interface BodyBounds {
  /** Of the body as it is sent; absent: the setting `bodyLimitMb`. */
  readonly bytes?: number;
  /** Values in all: members of objects and items of lists, however they are nested. */
  readonly values: number;
  /** Lists and objects inside each other. */
  readonly depth: number;
  /** Characters of one number. */
  readonly number: number;
  /** How long it may take to come. */
  readonly seconds: number;
}

const KIB = 1024;

/** The kinds of bodies there are. */
export const BODIES = {
  /** A sign-in. */
  credentials: { bytes: 4 * KIB, values: 20, depth: 4, number: 20, seconds: 10 },
  /** A few fields and a reason. What a route takes that says nothing else. */
  form: { bytes: 32 * KIB, values: 100, depth: 8, number: 40, seconds: 20 },
  /** Entries of a sheet: a scale has up to 2,000 criteria. */
  sheet: { bytes: 2048 * KIB, values: 50_000, depth: 16, number: 1_000, seconds: 60 },
  /** A competition file, which its own reader checks further. */
  file: { values: 2_000_000, depth: 64, number: 1_000, seconds: 120 },
} as const satisfies Record<string, BodyBounds>;

export type BodyKind = keyof typeof BODIES;

/** Under which the API's description is told the kind. */
export const BODY_EXTENSION = 'x-body';

/** States the kind of body that a route takes. */
export const Takes = (body: BodyKind) => applyDecorators(RouteConfig({ body }), ApiExtension(BODY_EXTENSION, body));

/** The kind of body of a route, by the configuration that `Takes` has left there. */
export function bodyKindOf(config: unknown): BodyKind {
  const { body } = (config ?? {}) as { body?: BodyKind };
  return body ?? 'form';
}
