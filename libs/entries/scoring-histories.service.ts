import { Injectable } from '@nestjs/common';
import { Accounts } from '@thidua/identity';
import { Problem, Reader, timeInVietnam, translate } from '@thidua/platform';
import type { Fault } from '@thidua/platform';
import type { SheetCriterionView } from './http/sheet-parts.view.js';
import { loadScoringHistory } from './scoring-history.js';
import type { ScoredBy } from './scoring-history.js';
import type { SheetKey } from './submission-request.js';

/** Who has scored and reopened each criterion, by name. */
export type Histories = ReadonlyMap<string, Pick<SheetCriterionView, 'scored' | 'reopened'>>;

/** Tells who has scored and reopened the criteria of a unit. */
@Injectable()
export class ScoringHistories {
  constructor(
    private readonly reader: Reader,
    private readonly accounts: Accounts,
  ) {}

  async of({ campaign, unit, round }: Omit<SheetKey, 'stage'>): Promise<Histories> {
    const found = await loadScoringHistory(this.reader, campaign, unit, round);
    const acts = [...found.values()].flatMap(({ scored, reopened }) => [...scored, ...(reopened ? [reopened] : [])]);
    const nameOf = await this.accounts.namesOf(acts);
    const named = <T extends ScoredBy>({ account, ...act }: T) => ({
      ...act,
      by: act.by === null ? null : nameOf({ account, by: act.by }),
    });
    return new Map(
      [...found].map(([criterion, { scored, reopened }]) => [
        criterion,
        { scored: scored.map(named), reopened: reopened && named(reopened) },
      ]),
    );
  }

  /** Runs a change of a sheet; one that a higher stage stands against is refused with who scored there, and when. */
  async telling<T>(sheet: SheetKey, change: () => Promise<T>): Promise<T> {
    try {
      return await change();
    } catch (error) {
      const faults = error instanceof Problem ? error.details.errors : undefined;
      if (!faults?.some(isSuperseded)) throw error;
      const { code, status, details } = error as Problem;
      const histories = await this.of(sheet);
      throw new Problem(code, status, { ...details, errors: withScorers(faults, histories) });
    }
  }
}

const isSuperseded = ({ code }: Fault): boolean => code === 'sheet.superseded';

/** Faults with who scored, and when, where a higher stage stands against them. */
export function withScorers(faults: readonly Fault[], histories: Histories): Fault[] {
  return faults.map((fault) => {
    const { criterion, stage } = fault.params ?? {};
    const act = isSuperseded(fault)
      ? histories.get(String(criterion))?.scored.find((each) => each.stage === stage)
      : undefined;
    if (act === undefined) return fault;
    const at = timeInVietnam(act.at);
    const sentence = (language: 'vi' | 'en') => {
      const by = act.by ?? translate('sheet.superseded.byFile', {}, language);
      return translate(fault.code, { ...fault.params, by, at }, language);
    };
    return {
      ...fault,
      params: { ...fault.params, ...(act.by !== null && { by: act.by }), at: act.at },
      sentences: { vi: sentence('vi'), en: sentence('en') },
    };
  });
}
