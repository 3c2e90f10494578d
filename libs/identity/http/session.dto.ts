import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextField } from '@thidua/platform';
import { LANGUAGES } from '../entities/account.entity.js';
import type { Language } from '../entities/account.entity.js';
import { ROLES } from '../roles.js';
import type { ScopeKind } from '../roles.js';

export class LinkSignInDto {
  @TextField({ least: 1, most: 200, description: 'Of a one-time sign-in link: what stands after `#`.' })
  token: string;
}

export class PasswordSignInDto {
  @TextField({ least: 1, most: 64 })
  login: string;

  @TextField({ least: 1, most: 200 })
  password: string;
}

export class AccountView {
  @ApiProperty()
  login: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, enum: LANGUAGES, nullable: true, description: 'Chosen by the person; null: not yet.' })
  language: Language | null;
}

export class ScopeView {
  @ApiProperty({ enum: ['system', 'campaign', 'cluster', 'unit'] })
  kind: ScopeKind;
  @ApiPropertyOptional()
  campaign?: string;
  @ApiPropertyOptional()
  cluster?: string;
  @ApiPropertyOptional()
  unit?: string;
}

export class GrantView {
  @ApiProperty({ enum: ROLES })
  role: string;
  @ApiProperty()
  scope: ScopeView;
}

export class SessionView {
  @ApiProperty()
  account: AccountView;
  @ApiProperty({ type: [GrantView] })
  grants: GrantView[];
  @ApiProperty({ description: 'Send it as x-csrf-token with every request that changes something.' })
  csrfToken: string;
}
