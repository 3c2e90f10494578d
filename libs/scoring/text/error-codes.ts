/** Every code an error of the file can carry (spec, throughout and "Errors"). Stable: clients translate by them. */
export const ERROR_CODES = [
  'file.syntax',
  'file.format',
  'field.unknown',
  'field.missing',
  'field.type',
  'field.range',
  'ref.unknown',
  'code.duplicate',
  'label.duplicate',
  'scale.part.unreachable',
  'rule.bands.overlap',
  'rule.bands.gap',
  'rule.points.range',
  'rule.value.range',
  'rule.formula.invalid',
  'ranking.key.unknown',
  'ranking.key.duplicate',
  'entry.duplicate',
  'entry.value.shape',
  'entry.stage.reserved',
  'entry.evidence.missing',
  'entry.reason.missing',
  'entry.plan.missing',
  'entry.plan.notPositive',
  'entry.points.range',
  'entry.points.step',
  'entry.choice.unknown',
  'entry.done.unknown',
  'entry.done.repeated',
  'entry.tally.empty',
  'entry.tally.unknown',
  'entry.marks.few',
  'entry.param.missing',
  'entry.formula.divisionByZero',
] as const;

/** Codes of what is no part of a file: the counts of a vote (spec, "Votes"). */
export const VOTE_ERROR_CODES = ['vote.count.invalid'] as const;

export type ErrorCode = (typeof ERROR_CODES)[number] | (typeof VOTE_ERROR_CODES)[number];
