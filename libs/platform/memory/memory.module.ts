import { Global, Module } from '@nestjs/common';
import { KeptMemory } from './kept-memory.js';

/** `KeptMemory`, injectable everywhere. */
@Global()
@Module({ providers: [KeptMemory], exports: [KeptMemory] })
export class MemoryModule {}
