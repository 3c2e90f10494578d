import { ParseIntPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';

/** The largest that a column of numbers holds. */
const LARGEST = 2 ** 31 - 1;

/** The number of a row in an address. One that no row can have is 0, which none has: nothing is found by it. */
class RowNumberPipe extends ParseIntPipe {
  override async transform(value: string, metadata: ArgumentMetadata): Promise<number> {
    const number = Number(await super.transform(value, metadata));
    return number > 0 && number <= LARGEST ? number : 0;
  }
}

export const rowNumber = new RowNumberPipe();
