import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChoiceField, CountField, DayField, TextField } from '@thidua/platform';
import { Type } from 'class-transformer';
import { IsEmail, IsOptional, Matches, Max, Min } from 'class-validator';
import { ACCOUNT_STATES, LANGUAGES } from '../entities/account.entity.js';
import type { AccountState, Language } from '../entities/account.entity.js';
import { ROLES } from '../roles.js';
import type { Role } from '../roles.js';
import { ScopeView } from './session.dto.js';

const MOST_AT_ONCE = 200;
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,63}$/;
const LOGIN_SAID = 'Small letters without marks, digits, `.`, `_` and `-`, beginning with a letter or digit.';

export class PersonDto {
  @TextField({ least: 1, most: 200 })
  name: string;

  @TextField({ least: 2, most: 64, description: LOGIN_SAID })
  @Matches(LOGIN)
  login: string;

  @TextField({ most: 254, optional: true })
  @IsOptional()
  @IsEmail()
  email?: string;

  @ChoiceField(LANGUAGES, { optional: true })
  language?: Language;
}

export class AccountStateDto {
  @ChoiceField(ACCOUNT_STATES)
  state: AccountState;

  @TextField({ least: 1, most: 1_000 })
  reason: string;
}

const DAYS = 'of the calendar in Vietnam, included';

export class GrantDto {
  @ChoiceField(ROLES)
  role: Role;

  @TextField({ most: 64, optional: true, description: 'Without it: the system.' })
  campaign?: string;

  @TextField({ most: 64, optional: true })
  cluster?: string;

  @TextField({ most: 64, optional: true })
  unit?: string;

  @DayField({ optional: true, description: `First day on which it counts, ${DAYS}; without it: from now.` })
  fromDay?: string;

  @DayField({ optional: true, description: `Last day on which it counts, ${DAYS}; without it: without end.` })
  toDay?: string;

  @TextField({ most: 400, optional: true, description: 'The document that gives it.' })
  document?: string;

  @TextField({ most: 1_000, optional: true })
  reason?: string;
}

export class EndOfGrantDto {
  @TextField({ least: 1, most: 1_000 })
  reason: string;
}

export class NewHeadDto extends EndOfGrantDto {
  @CountField({ description: '`id` of the account.' })
  @Max(2 ** 31 - 1)
  account: number;

  @DayField({ optional: true, description: `Last day on which it counts, ${DAYS}.` })
  toDay?: string;

  @TextField({ most: 400, optional: true, description: 'The document that appoints the new head.' })
  document?: string;
}

export class AccountQueryDto {
  @TextField({
    most: 200,
    optional: true,
    description: 'Part of a name, login or address, with or without the marks of Vietnamese.',
  })
  search?: string;

  @ChoiceField(ACCOUNT_STATES, { optional: true, description: 'Only accounts in this state.' })
  state?: AccountState;

  @ChoiceField(ROLES, { optional: true, description: 'Only who holds this role, or will.' })
  role?: Role;

  @TextField({ most: 64, optional: true, description: 'Only who holds a role there, or will.' })
  campaign?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, default: 0, description: 'How many to pass over.' })
  @Type(() => Number)
  @Min(0)
  @Max(1_000_000)
  skip: number = 0;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MOST_AT_ONCE,
    default: 50,
    description: 'How many to give at most.',
  })
  @Type(() => Number)
  @Min(1)
  @Max(MOST_AT_ONCE)
  most: number = 50;
}

export class AccountGrantView {
  @ApiProperty()
  id: number;
  @ApiProperty({ enum: ROLES })
  role: Role;
  @ApiProperty()
  scope: ScopeView;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: from ever.' })
  fromDay: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: without end.' })
  toDay: string | null;
  @ApiProperty({ type: String, nullable: true })
  document: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Name of who gave it; null: the system.' })
  grantedBy: string | null;
  @ApiProperty({ format: 'date-time' })
  grantedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Name of who ended it.' })
  endedBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;
  @ApiProperty({ enum: ['counts', 'future', 'over'], description: 'As of today.' })
  state: 'counts' | 'future' | 'over';
  @ApiProperty({ type: [String], description: '`grant.end`, where the caller may.' })
  may: string[];
}

export class KnownAccountView {
  @ApiProperty()
  id: number;
  @ApiProperty()
  name: string;
  @ApiProperty()
  login: string;
  @ApiProperty({ type: String, nullable: true })
  email: string | null;
  @ApiProperty({ enum: ACCOUNT_STATES })
  state: AccountState;
  @ApiProperty({ type: String, enum: LANGUAGES, nullable: true })
  language: Language | null;
  @ApiProperty({ description: 'Whether a password was set; otherwise the person has yet to follow an invitation.' })
  hasPassword: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'End of the invitation there is.' })
  invitedUntil: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: [AccountGrantView], description: 'Those on scopes that the caller may read, also ended ones.' })
  grants: AccountGrantView[];
  @ApiProperty({ type: [String], description: '`account.manage`, where the caller may change and invite it.' })
  may: string[];
}

export class FoundAccountsView {
  @ApiProperty({ description: 'How many there are in all.' })
  total: number;
  @ApiProperty({ type: [KnownAccountView] })
  accounts: KnownAccountView[];
}

export class InvitationView {
  @ApiProperty({ description: 'Told once: only its hash is kept.' })
  token: string;
  @ApiProperty({ description: 'Where the person sets the password, with the token: a path of this service.' })
  path: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class TokenDto {
  @TextField({ least: 1, most: 200, description: 'Of an invitation: what stands after `#`.' })
  token: string;
}

export class AcceptanceDto extends TokenDto {
  @TextField({ least: 1, most: 200 })
  password: string;
}

export class FirstAdministratorDto extends PersonDto {
  @TextField({ least: 1, most: 200, description: 'Of the link that was printed: what stands after `#`.' })
  token: string;

  @TextField({ least: 1, most: 200 })
  password: string;
}

export class InvitedAccountView {
  @ApiProperty()
  login: string;
  @ApiProperty()
  name: string;
}

export class InvitedView {
  @ApiProperty({ type: InvitedAccountView, nullable: true, description: 'Null: it makes an administrator.' })
  account: InvitedAccountView | null;
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
  @ApiProperty({ description: 'Fewest characters of a password.' })
  passwordLength: number;
}
