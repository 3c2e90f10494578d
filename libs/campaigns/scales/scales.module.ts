import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { ScalesController } from './scales.controller.js';

/** The versioned scales that units are scored on. */
@Module({ imports: [RulesModule], controllers: [ScalesController] })
export class ScalesHttpModule {}
