import { Injectable } from '@nestjs/common';
import { Clock, KeptMemory, Problem, Reader } from '@thidua/platform';
import type { ByteCache, SqlRunner } from '@thidua/platform';
import { compile } from '@thidua/scoring';
import type { CompetitionRules, JsonObject, Plan } from '@thidua/scoring';

/** A campaign's rule set, ready to score with. */
export interface CompiledCampaign {
  readonly code: string;
  readonly name: string;
  readonly theme: string | null;
  readonly from: string;
  readonly to: string;
  /** The number of the rule set. */
  readonly ruleSet: number;
  /** The competition file without its entries. */
  readonly document: JsonObject;
  readonly plan: Plan;
}

interface Kept {
  /** The day it was compiled for. */
  readonly day: string;
  readonly rules: CompiledCampaign;
  readonly bytes: number;
}

/** What a rule set takes for each letter of its text, by measure: the document, and what is compiled of it. */
const BYTES_PER_LETTER = 26;

/**
 * Compiled rule sets in force, by campaign, kept as far as there is room. Where they name no day on which holds, facts
 * and rounds are judged, it is today, and so they are compiled anew each day.
 *
 * Another process may have put another rule set in force a moment ago. Whoever only shows something may be late by that
 * moment; whoever writes, or computes what is stored, asks with the number that he has read with the rows (`numbered`),
 * or in his transaction (`inForce`).
 */
@Injectable()
export class CampaignRules {
  private readonly kept: ByteCache<Kept>;
  /** By campaign and day. */
  private readonly loading = new Map<string, Promise<CompiledCampaign | null>>();
  /** How often anything was. */
  private forgotten = 0;

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    kept: KeptMemory,
  ) {
    this.kept = kept.cache('rules');
  }

  /** @throws Problem `scope.unknown` when there is no such campaign. */
  async get(code: string): Promise<CompiledCampaign> {
    const found = await this.find(code);
    if (!found) throw new Problem('scope.unknown', 404);
    return found;
  }

  /** The same of the number read just now. @throws as `get`. */
  async numbered(code: string, ruleSet: number): Promise<CompiledCampaign> {
    const known = await this.get(code);
    if (known.ruleSet >= ruleSet) return known;
    this.forget(code);
    return this.get(code);
  }

  /** What a transaction finds in force. @throws as `get`. */
  async inForce(db: SqlRunner, code: string): Promise<CompiledCampaign> {
    const [row] = await db.query<{ rule_set: number }>('SELECT rule_set FROM campaign WHERE code = ?', [code]);
    if (!row) throw new Problem('scope.unknown', 404);
    return this.numbered(code, row.rule_set);
  }

  /** Another rule set is in force from now on. */
  forget(code: string): void {
    this.kept.delete(code);
    this.loading.clear();
    this.forgotten += 1;
  }

  /** The same may be so of any campaign. */
  forgetAll(): void {
    this.kept.clear();
    this.loading.clear();
    this.forgotten += 1;
  }

  /** The campaign's rules if they are in memory, which they are but for the first time of a day they are asked for. */
  peek(code: string): CompiledCampaign | undefined {
    const kept = this.kept.get(code);
    return kept?.day === this.clock.today() ? kept.rules : undefined;
  }

  async find(code: string): Promise<CompiledCampaign | null> {
    const known = this.peek(code);
    if (known) return known;
    const day = this.clock.today();
    const key = `${code} ${day}`;
    const underWay = this.loading.get(key);
    if (underWay) return underWay;
    // Only success is remembered: a campaign may be imported the next moment.
    const loading = this.load(code, day).finally(() => {
      if (this.loading.get(key) === loading) this.loading.delete(key);
    });
    this.loading.set(key, loading);
    return loading;
  }

  private async load(code: string, day: string): Promise<CompiledCampaign | null> {
    const { forgotten } = this;
    const before = this.kept.get(code);
    const kept =
      before && Object.hasOwn(before.rules.document, 'asOf') ? { ...before, day } : await this.read(code, day);
    if (!kept) return null;
    // Other rules may have come into force while these were read.
    if (forgotten === this.forgotten) this.kept.set(code, kept, kept.bytes);
    return kept.rules;
  }

  /** One version of a campaign's rules, judged on a day where they name none. @throws Problem `rules.unknown`. */
  async version(db: SqlRunner, code: string, ruleSet: number, day: string): Promise<CompiledCampaign> {
    const [row] = await db.query<{ document: string }>(
      'SELECT document FROM rule_set WHERE campaign = ? AND number = ?',
      [code, ruleSet],
    );
    if (!row) throw new Problem('rules.unknown', 404);
    return compiled(ruleSet, row.document, day);
  }

  private async read(code: string, day: string): Promise<Kept | null> {
    const [row] = await this.reader.query<{ rule_set: number; document: string }>(
      `SELECT c.rule_set, r.document FROM campaign c
         JOIN rule_set r ON r.campaign = c.code AND r.number = c.rule_set WHERE c.code = ?`,
      [code],
    );
    if (!row) return null;
    return { day, rules: compiled(row.rule_set, row.document, day), bytes: BYTES_PER_LETTER * row.document.length };
  }
}

/** Checked as a whole when it was brought in; by now other entries stand beside these rules. */
function compiled(ruleSet: number, text: string, day: string): CompiledCampaign {
  const document = JSON.parse(text) as JsonObject;
  const plan = compile(document as unknown as CompetitionRules, day);
  const { code, name, theme = null, from, to } = (document as unknown as CompetitionRules).campaign;
  return { code, name, theme, from, to, ruleSet, document, plan };
}
