import type { ErrorCode } from '@thidua/scoring';

/** Codes that no reader of the format tells yet: as soon as one does, it leaves this list and has its cases. */
export const AWAITED: readonly ErrorCode[] = [
  'ranking.key.class',
  'unit.headOf.invalid',
  'class.share.next',
  'class.share.headOf',
  'condition.source.unknown',
  'condition.divisionByZero',
  'vote.mustInclude.secret',
  'entry.round',
  'entry.notAssigned',
];
