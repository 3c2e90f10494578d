import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

interface FieldOptions {
  readonly description?: string;
  readonly optional?: boolean;
}

/** A text of a body: what it is checked for is also what the API's description says of it. */
export function TextField({ least, most, optional = false, description }: FieldOptions & TextBounds) {
  return applyDecorators(
    ApiProperty({ type: String, minLength: least, maxLength: most, required: !optional, description }),
    ...(optional ? [IsOptional()] : []),
    IsString(),
    ...(least === undefined ? [] : [MinLength(least)]),
    MaxLength(most),
  );
}

interface TextBounds {
  readonly least?: number;
  readonly most: number;
}

/** A whole number of a body, from 0; where it may be null, it must still be there. */
export function CountField({
  description,
  nullable = false,
}: Pick<FieldOptions, 'description'> & { nullable?: boolean }) {
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: 0, description, ...(nullable && { nullable }) }),
    ...(nullable ? [ValidateIf((_, value: unknown) => value !== null)] : []),
    IsInt(),
    Min(0),
  );
}

/** One of some words in a body. */
export function ChoiceField(choices: readonly string[], { optional = false, description }: FieldOptions = {}) {
  return applyDecorators(
    ApiProperty({ enum: choices, required: !optional, description }),
    ...(optional ? [IsOptional()] : []),
    IsIn(choices),
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar in a body, YYYY-MM-DD. */
export function DayField({ description, optional = false }: FieldOptions) {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date', required: !optional, description }),
    ...(optional ? [IsOptional()] : []),
    IsString(),
    Matches(DAY),
    IsISO8601({ strict: true }),
  );
}
