import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Problem } from '@thidua/platform';
import type { Fault } from '@thidua/platform';
import type { JsonValue } from '@thidua/scoring';

const sheetEntry = { $ref: '#/components/schemas/SheetEntry' };

export class DraftDto {
  @ApiProperty({
    type: 'array',
    items: sheetEntry,
    description: 'All that is entered: what is left out is empty.',
  })
  entries: object[];
}

export class SubmissionDto {
  @ApiPropertyOptional({ type: 'array', items: sheetEntry, description: 'Absent: the saved draft is submitted.' })
  entries?: object[];
}

/**
 * The entries of a draft or submission as they were sent. By hand, since a validation class would copy every entry to look at none of
 * them: they are checked against the unit's scale.
 * @throws Problem `request.invalid`.
 */
export function entriesOf(body: unknown): JsonValue[] | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid({ code: 'field.type', path: '' });
  const unknown = Object.keys(body).find((key) => key !== 'entries');
  if (unknown !== undefined) throw invalid({ code: 'field.unknown', path: unknown });
  const { entries } = body as { entries?: JsonValue };
  if (entries !== undefined && !Array.isArray(entries)) throw invalid({ code: 'field.type', path: 'entries' });
  return entries;
}

/** The same where they must be there. */
export function requiredEntriesOf(body: unknown): JsonValue[] {
  const entries = entriesOf(body);
  if (entries === undefined) throw invalid({ code: 'field.missing', path: 'entries' });
  return entries;
}

function invalid(fault: Fault): Problem {
  return new Problem('request.invalid', 422, { errors: [fault] });
}
