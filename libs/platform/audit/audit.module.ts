import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEvent } from './audit-event.entity.js';
import { AuditHead } from './audit-head.entity.js';
import { AuditLog } from './audit-log.js';
import { AuditProbe } from './audit-probe.js';
import { AuditTally } from './audit-tally.js';
import { Downloads } from './downloads.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEvent, AuditHead])],
  providers: [AuditLog, AuditTally, AuditProbe, Downloads],
  exports: [AuditLog, AuditTally, AuditProbe, Downloads],
})
export class AuditModule {}
