import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import { Problem } from './problem.js';
import type { Fault } from './problem.js';

const MISSING = new Set(['isDefined', 'isNotEmpty', 'arrayNotEmpty']);
/** Constraints on a value of the right type; what fails any other is of the wrong type. */
const RANGE = new Set(
  'isIso8601 min max minLength maxLength isLength matches isIn isNotIn isEnum isPositive isNegative isDivisibleBy equals notEquals'
    .split(' ')
    .concat('arrayMinSize arrayMaxSize arrayUnique minDate maxDate contains notContains'.split(' ')),
);

class BodyPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // class-validator takes these for known, since it finds them in any object.
    const inherited = Object.keys(value ?? {}).filter((key) => key in Object.prototype);
    if (inherited.length > 0) {
      throw new Problem('request.invalid', 422, { errors: inherited.map((path) => ({ code: 'field.unknown', path })) });
    }
    return super.transform(value, metadata);
  }
}

/**
 * The pipe of every body that has a class: unknown fields are refused, and what the class's decorators find becomes a
 * 422 `request.invalid` with the same codes and paths as the competition file's errors. Given to each `@Body` instead of
 * to the whole application, since Nest would then await it for every parameter of every route.
 */
export const checkedBody = new BodyPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: false,
  transform: true,
  exceptionFactory: (errors: ValidationError[]) =>
    new Problem('request.invalid', 422, { errors: errors.flatMap((error) => faultsOf(error, '')) }),
});

/** The faults of a class-validator error and of those below it. */
export function faultsOf(error: ValidationError, parent: string): Fault[] {
  const path = join(parent, error.property);
  const own = Object.entries(error.constraints ?? {});
  const faults = own.length > 0 ? [faultOf(path, error.value, own)] : [];
  return [...faults, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}

/** One fault a field: of a string that is absent, that it is also no date and too short is no news. */
function faultOf(path: string, value: unknown, constraints: [string, string][]): Fault {
  const find = (wanted: (name: string) => boolean) => constraints.find(([name]) => wanted(name));
  const unknown = find((name) => name === 'whitelistValidation');
  if (unknown) return { code: 'field.unknown', path };
  const absent = value === undefined || find((name) => MISSING.has(name)) !== undefined;
  if (absent) return { code: 'field.missing', path };
  const type = find((name) => !RANGE.has(name));
  if (type) return { code: 'field.type', path, message: type[1] };
  return { code: 'field.range', path, message: constraints[0]?.[1] };
}

function join(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}
