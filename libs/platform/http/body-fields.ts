import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';

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
export function ChoiceField(choices: readonly string[]) {
  return applyDecorators(ApiProperty({ enum: choices }), IsIn(choices));
}
