import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { ROLES } from '../roles.js';

export class LinkSignInDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token: string;
}

export class PasswordSignInDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  login: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}

export class AccountView {
  @ApiProperty()
  login: string;
  @ApiProperty()
  name: string;
}

export class ScopeView {
  @ApiProperty({ enum: ['system', 'campaign', 'cluster', 'unit'] })
  kind: 'system' | 'campaign' | 'cluster' | 'unit';
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
