import { explain, openStanding, readCompetition, type CriterionAccount, type JsonObject } from '@thidua/scoring';

/** An entry with what is to come of it: `exact` points before and `gives` after rounding, or the code that refuses it. */
interface Case extends JsonObject {
  exact: string | number;
  gives: string | number;
  refused: string;
  target: number;
}

/** What a block says, and what comes of it when it is computed. */
export interface Worked {
  told: unknown[];
  wanted: unknown[];
}

/** The account of one entry for one criterion, or the codes that refuse it. */
function work(
  criterion: JsonObject,
  { target, ...value }: JsonObject,
  rounding: JsonObject,
): CriterionAccount | string {
  const criteria = [{ code: 'X', name: 'X', ...criterion }];
  const part: JsonObject = { code: 'I', name: 'I', max: criterion['max']!, criteria };
  const read = readCompetition({
    format: 'thidua/1',
    campaign: { code: 'docs', name: 'docs', from: '2022-01-01', to: '2022-12-31' },
    scales: [{ code: 's', version: 1, name: 's', rounding, parts: [part] }],
    clusters: [{ code: 'C', name: 'C', scale: 's', units: [{ code: 'U', name: 'U' }] }],
    targets: target === undefined ? [] : [{ unit: 'U', criterion: 'X', plan: target }],
    entries: [{ unit: 'U', criterion: 'X', ...value }],
  });
  if (!read.ok) return read.errors.map(({ code }) => code).join(', ');
  return explain(openStanding(read.value), 'U').criteria[0]!;
}

/** What becomes of each entry of a block. */
export function workRuleBlock({ criterion, entries }: JsonObject): Worked {
  const cases = (entries as Partial<Case>[]).map(({ exact, gives, refused, ...entry }) => {
    const account = work(criterion as JsonObject, entry as JsonObject, {});
    return {
      told: typeof account === 'string' ? { refused: account } : [account.exact, Number(account.points)],
      wanted: refused === undefined ? [String(exact), Number(gives)] : { refused },
    };
  });
  return { told: cases.map(({ told }) => told), wanted: cases.map(({ wanted }) => wanted) };
}

/** A value by `direct` in each rounding mode. */
export function workRoundBlock({ digits, rounds }: JsonObject): Worked {
  const criterion: JsonObject = { max: 5, rule: { kind: 'direct' } };
  const cases = (rounds as JsonObject[]).map(({ value, ...modes }) => {
    const told = Object.keys(modes).map((mode): [string, number] => {
      const account = work(criterion, { points: value! }, { digits: digits!, mode });
      if (typeof account === 'string') throw new Error(account);
      return [mode, Number(account.points)];
    });
    return { told: Object.fromEntries(told), wanted: modes };
  });
  return { told: cases.map(({ told }) => told), wanted: cases.map(({ wanted }) => wanted) };
}
