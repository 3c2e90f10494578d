import type {
  ClassAccount,
  Condition,
  CriterionAccount,
  Explanation,
  Neighbour,
  RankAccount,
  RewardAccount,
  Step,
  SumAccount,
  TotalAccount,
} from '@thidua/scoring';
import { EXPLAIN_WORDS, type ExplainWords } from './explain-words.js';
import type { Language } from './languages.js';
import type { Names } from './names.js';
import { printable } from './write.js';
import { withComma } from './words.js';

/** An explanation, or only some of it: one criterion, one reward. */
export type Narrowed = Partial<Explanation> & Pick<Explanation, 'unit'>;

/** An explanation for people, a line each, indented by what belongs to what. */
export function explainReport(account: Narrowed, names: Names, lang: Language): string {
  const report = new Report(EXPLAIN_WORDS[lang], names, lang);
  return [`${names.unit(account.unit.code)}, ${names.cluster(account.unit.cluster)}`, ...report.sections(account)]
    .flatMap((section) => (typeof section === 'string' ? [section] : ['', ...section]))
    .map(printable)
    .join('\n');
}

/** Terms whose value is the file's own text. */
const TEXTS: ReadonlySet<string> = new Set(['expr', 'choice']);
const FRACTION = /^-?\d+\/\d+$/;
const DECIMAL = /^-?\d+\.\d+$/;

class Report {
  constructor(
    private readonly words: ExplainWords,
    private readonly names: Names,
    private readonly lang: Language,
  ) {}

  /** Those that have something to say. */
  sections({ criteria = [], total, rank, classes = [], rewards = [] }: Narrowed): string[][] {
    const { words } = this;
    const sections = [
      [words.criteria, ...criteria.flatMap((criterion) => this.criterion(criterion))],
      [words.total, ...(total === undefined ? [] : this.total(total))],
      rank === undefined ? [] : this.rank(rank),
      [words.classes, ...classes.flatMap((each) => this.class(each))],
      [words.rewards, ...rewards.flatMap((reward) => this.reward(reward))],
    ];
    return sections.filter((section) => section.length > 1);
  }

  private criterion(account: CriterionAccount): string[] {
    const { words } = this;
    const { code, name, kind, max, points, entries, steps, cut, rounding, exact } = account;
    const lines = entries.flatMap(({ entry, status, points: own }) => [
      `    ${words.stages[entry.stage]}: ${this.value(own)}, ${words.status[status]}`,
      ...(entry.reason === undefined ? [] : [`      ${this.fill(words.reason, { reason: entry.reason })}`]),
    ]);
    if (exact === null) lines.push(`    ${this.fill(words.nothing, { points })}`);
    if (steps.length > 0) lines.push(`    ${words.rule}: ${steps.map((step) => this.step(step)).join('; ')}`);
    if (cut !== null) lines.push(`    ${this.fill(words.cut[cut], { max })}`);
    if (account.rounded) {
      const { digits, mode } = rounding;
      const shown = { digits: String(digits), mode: words.modes[mode], exact: exact ?? '', points };
      lines.push(`    ${this.fill(words.rounding, shown)}`);
    }
    return [`  ${code} ${name}: ${this.value(points)} (${this.fill(words.criterion, { max, kind })})`, ...lines];
  }

  private step({ term, value, label }: Step): string {
    const { words } = this;
    const name = label === undefined ? words.terms[term] : `${words.terms[term]} ${label}`;
    if (term === 'planFrom') return `${name} ${words.planFrom[value] ?? value}`;
    return `${name} ${value === 'infinite' ? words.infinite : TEXTS.has(term) ? value : this.value(value)}`;
  }

  private total(total: TotalAccount): string[] {
    const { words } = this;
    const sum = (name: string, account: SumAccount): string => {
      const { sum: whole, max, cut, points, items } = account;
      const listed = items.map((item) => `${item.criterion} ${this.value(item.points)}`).join(' + ');
      const capped = cut && max !== null ? ` (${this.fill(words.capped, { sum: whole, max })})` : '';
      return `  ${name}: ${this.value(points)}${listed === '' ? '' : ` = ${listed}`}${capped}`;
    };
    const bound = total.bound === null ? null : total[total.bound];
    const bounded =
      total.bound === null || bound === null ? '' : ` (${this.fill(words[total.bound], { sum: total.sum, bound })})`;
    const figures = [total.base, total.bonus.points, total.penalty.points].map((figure) => this.value(figure));
    return [
      ...total.parts.map((part) => sum(this.fill(words.part, { part: part.part, name: part.name }), part)),
      sum(words.bonus, total.bonus),
      sum(words.penalty, total.penalty),
      `  ${this.value(total.total)} = ${figures[0]} + ${figures[1]} − ${figures[2]}${bounded}`,
    ];
  }

  private rank(rank: RankAccount): string[] {
    const { words } = this;
    const head =
      rank.rank === null
        ? this.fill(words.unranked, { missing: rank.missing.join(', ') || words.none })
        : this.fill(words.rank, { rank: String(rank.rank), of: String(rank.of) });
    const beside = (['above', 'below'] as const).flatMap((side) => {
      const neighbour = rank[side];
      return neighbour === null
        ? []
        : [`  ${this.fill(words[side], { ...this.parting(neighbour), rank: String(neighbour.rank) })}`];
    });
    const keys = rank.precedence.map(({ key, value }) => `${this.key(key)} ${this.value(value)}`).join('; ');
    const tied =
      rank.tiedWith.length === 0 ? [] : [`  ${this.fill(words.tiedWith, { units: this.units(rank.tiedWith) })}`];
    return [head, `  ${keys}`, ...tied, ...beside];
  }

  private class({ code, outcome, conditions, places, taken }: ClassAccount): string[] {
    const { words } = this;
    return [
      `  ${this.names.class(code)}: ${words.classOutcomes[outcome]}`,
      ...conditions.map((condition) => this.condition(condition)),
      ...(places === null ? [] : [`    ${this.fill(words.places, { places: String(places), taken: String(taken) })}`]),
    ];
  }

  private reward({ code, cluster, outcome, conditions, quota, open, tieAtEdge, last }: RewardAccount): string[] {
    const { words, names } = this;
    return [
      `  ${names.reward(code)}, ${cluster === null ? words.campaign : names.cluster(cluster)}: ${words.rewardOutcomes[outcome]}`,
      ...conditions.map((condition) => this.condition(condition)),
      `    ${this.fill(words.quota, { quota: String(quota), open: String(open) })}`,
      ...(tieAtEdge.length === 0 ? [] : [`    ${this.fill(words.tieAtEdge, { units: this.units(tieAtEdge) })}`]),
      ...(last === null ? [] : [`    ${this.fill(words.last, this.parting(last))}`]),
    ];
  }

  private condition({ name, required, actual, met }: Condition): string {
    const { words } = this;
    const [kind = '', ...rest] = name.split('.');
    const said = this.fill(words.conditions[kind] ?? name, { required: this.word(required), code: rest.join('.') });
    return `    ${said}: ${met ? words.met : words.notMet} (${this.word(actual)})`;
  }

  private parting({ unit, key, own, other, distance }: Omit<Neighbour, 'rank'>): Record<string, string> {
    return { unit: this.names.unit(unit), key: this.key(key), own, other, distance };
  }

  private key(name: string): string {
    const [field = '', ...rest] = name.split(':');
    const word = this.words.keys[field as keyof ExplainWords['keys']];
    return rest.length === 0 ? word : `${word} ${rest.join(':')}`;
  }

  private units(codes: readonly string[]): string {
    return codes.map((code) => this.names.unit(code)).join(', ');
  }

  private word(text: string): string {
    return this.words.values[text] ?? this.value(text);
  }

  /** Figures with the comma of Vietnamese readers, fractions with their size beside them; anything else as it is. */
  private value(text: string): string {
    if (FRACTION.test(text)) {
      const [top, bottom] = text.split('/').map(Number);
      return `${text} (≈ ${this.value((top! / bottom!).toFixed(4))})`;
    }
    return this.lang === 'vi' && DECIMAL.test(text) ? withComma(text) : text;
  }

  private fill(text: string, values: Readonly<Record<string, string>>): string {
    return text.replace(/\{(\w+)\}/g, (_, name: string) => this.value(values[name] ?? ''));
  }
}
