import { ApiExtension } from '@nestjs/swagger';
import type { MessageCode } from './messages.vi.js';

export const REFUSALS_EXTENSION = 'x-refusals';

/** Codes of problems by the status they are answered with. */
export type Refusals = Readonly<Record<number, readonly MessageCode[]>>;

/**
 * For the API's description: the problems that a route's own use case may answer. Those that come with what it demands
 * and takes (a session, a permission, a body, a version) are known from that.
 */
export const MayRefuse = (refusals: Refusals) => ApiExtension(REFUSALS_EXTENSION, refusals);
