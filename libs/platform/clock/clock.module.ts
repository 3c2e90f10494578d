import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';

/** `Clock`, injectable everywhere. */
@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
