import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Metadata key under which a route tells the access guard what it needs. No metadata means: refused. */
export const ACCESS_KEY = 'thidua:access';

/** The value of routes that everybody may call without signing in. */
export const PUBLIC_ACCESS = 'public';

/** Under which the same is told in the API's description. */
export const ACCESS_EXTENSION = 'x-access';

/** States what a route needs, to the guard and to the API's description. */
export const StatesAccess = (rule: object | string) =>
  applyDecorators(SetMetadata(ACCESS_KEY, rule), ApiExtension(ACCESS_EXTENSION, rule));

/** Opens a route, or all routes of a controller, to callers who are not signed in. */
export const Public = () => StatesAccess(PUBLIC_ACCESS);
