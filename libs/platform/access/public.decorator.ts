import { SetMetadata } from '@nestjs/common';

/** Metadata key under which a route tells the access guard what it needs. No metadata means: refused. */
export const ACCESS_KEY = 'thidua:access';

/** The value of routes that everybody may call without signing in. */
export const PUBLIC_ACCESS = 'public';

/** Opens a route, or all routes of a controller, to callers who are not signed in. */
export const Public = () => SetMetadata(ACCESS_KEY, PUBLIC_ACCESS);
