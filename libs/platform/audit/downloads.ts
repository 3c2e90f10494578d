import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AuditLog } from './audit-log.js';
import { headText } from './chain.js';

/** The header that names the audit log's head at the record of a download. */
export const AUDIT_HEAD_HEADER = 'x-audit-head';

export interface Download {
  readonly actor: string;
  readonly action: string;
  readonly campaign: string;
  readonly document: object;
}

/** Records what leaves the service before it leaves: who took it, and the hash of the very bytes. */
@Injectable()
export class Downloads {
  constructor(private readonly audit: AuditLog) {}

  /** Gives the text to answer with. Header and file name carry the head, which whoever keeps the file so keeps, too. */
  async record({ actor, action, campaign, document }: Download, reply: FastifyReply): Promise<string> {
    const text = JSON.stringify(document);
    // Asked for its head alone, nothing leaves.
    if (reply.request.method === 'HEAD') return text;
    const detail = { bytes: Buffer.byteLength(text), sha256: hash('sha256', text) };
    const head = await this.audit.write({ actor, action, campaign, subject: campaign, detail });
    const name = encodeURIComponent(`${campaign}.${action.split('.')[0]}.${headText(head).replace(':', '-')}.json`);
    void reply
      .type('application/json; charset=utf-8')
      .header(AUDIT_HEAD_HEADER, headText(head))
      .header('content-disposition', `inline; filename*=UTF-8''${name}`);
    return text;
  }
}
