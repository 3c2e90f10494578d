import { applyDecorators } from '@nestjs/common';
import { IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export const PROCESSOR_MODES = ['embedded', 'none'] as const;

const PROXIES = 'must be a list of addresses or networks such as 10.0.0.0/8';
const ORIGIN = 'must be the address that people open, such as https://thidua.example.gov.vn, without a path';
const TOKEN = 'must be 16 to 200 letters, digits and signs without spaces';

function WholeNumber(from: number, to: number): PropertyDecorator {
  const said = { message: `must be a whole number from ${from} to ${to}` };
  return applyDecorators(IsInt(said), Min(from, said), Max(to, said));
}

/**
 * Every setting as it is written: in config/default.yaml, in the file named by CONFIG_FILE, or (those in `ENVIRONMENT`) in
 * the environment. This class is the one schema; `Config` is what the program reads after it was checked.
 */
export class Settings {
  @IsString({ message: 'must be a host name or an address' })
  @Matches(/^[^\s/]+$/, { message: 'must be a host name or an address' })
  @MaxLength(253, { message: 'must be a host name or an address' })
  host: string;

  @WholeNumber(0, 65_535)
  port: number;

  @IsString({ message: 'must be a folder' })
  @Matches(/\S/, { message: 'must be a folder' })
  dataDir: string;

  @IsOptional()
  @IsString({ message: 'must begin with postgres:// or postgresql://' })
  @Matches(/^postgres(ql)?:\/\/[^\s]+$/, { message: 'must begin with postgres:// or postgresql://' })
  databaseUrl?: string | null;

  @WholeNumber(1, 3600)
  databaseStatementSeconds: number;

  @WholeNumber(1, 3600)
  databaseLockSeconds: number;

  @WholeNumber(1, 3600)
  databaseIdleSeconds: number;

  @WholeNumber(6, 3600)
  databaseSilentSeconds: number;

  @IsOptional()
  @IsString({ message: 'must begin with redis:// or rediss://' })
  @Matches(/^rediss?:\/\/[^\s]+$/, { message: 'must begin with redis:// or rediss://' })
  redisUrl?: string | null;

  @IsOptional()
  @IsArray({ message: PROXIES })
  @Matches(/^[\da-fA-F.:]+(\/\d{1,3})?$/, { each: true, message: PROXIES })
  trustedProxies: string[] | null;

  @IsOptional()
  @IsString({ message: TOKEN })
  @Matches(/^[\x21-\x7e]{16,200}$/, { message: TOKEN })
  metricsToken?: string | null;

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  logLevel: (typeof LOG_LEVELS)[number];

  @IsIn(PROCESSOR_MODES, { message: `must be one of ${PROCESSOR_MODES.join(', ')}` })
  processors: (typeof PROCESSOR_MODES)[number];

  @WholeNumber(1, 720)
  sessionHours: number;

  @WholeNumber(1, 43_200)
  sessionIdleMinutes: number;

  @WholeNumber(1, 10_080)
  linkMinutes: number;

  @IsOptional()
  @IsString({ message: ORIGIN })
  @Matches(/^https:\/\/[^\s/?#@]+$/, { message: ORIGIN })
  publicOrigin?: string | null;

  @WholeNumber(1, 720)
  invitationHours: number;

  @WholeNumber(8, 64)
  passwordLength: number;

  @WholeNumber(1, 1_000_000)
  signInsPerAddress: number;

  @WholeNumber(1, 1_000_000)
  signInsPerAccount: number;

  @WholeNumber(1, 1_000_000)
  signInsInAll: number;

  @WholeNumber(100, 600_000)
  sweepMs: number;

  @WholeNumber(1, 300)
  shutdownSeconds: number;

  @WholeNumber(1, 256)
  bodyLimitMb: number;

  @WholeNumber(1, 65_536)
  keptMemoryMb: number;
}

/** Settings that hold a password: an error message names them but never repeats their value. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set<keyof Settings>([
  'databaseUrl',
  'redisUrl',
  'metricsToken',
]);

/** The environment variables read, each with the setting it overrides. */
export const ENVIRONMENT: Readonly<Record<string, keyof Settings>> = {
  HOST: 'host',
  PORT: 'port',
  DATA_DIR: 'dataDir',
  DATABASE_URL: 'databaseUrl',
  REDIS_URL: 'redisUrl',
  LOG_LEVEL: 'logLevel',
  PROCESSORS: 'processors',
  METRICS_TOKEN: 'metricsToken',
  PUBLIC_ORIGIN: 'publicOrigin',
};
