import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, TextField } from '@thidua/platform';
import { LANGUAGES } from '../entities/account.entity.js';
import type { Language } from '../entities/account.entity.js';

export class PasswordChangeDto {
  @TextField({ least: 1, most: 200, description: 'The password that counts until now.' })
  old: string;

  @TextField({ least: 1, most: 200 })
  password: string;
}

export class LanguageDto {
  @ChoiceField(LANGUAGES)
  language: Language;
}

export class OwnSessionView {
  @ApiProperty()
  id: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time', description: 'Some minutes early at most.' })
  usedAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'What its browser is called.' })
  browser: string | null;
  @ApiProperty({ description: 'Whether it is the one that asks.' })
  current: boolean;
}
