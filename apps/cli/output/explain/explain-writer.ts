import { formulaOf, type Condition, type ConditionAccount, type Explanation, type Rounding } from '@thidua/scoring';
import type { Language } from '../languages.js';
import type { Names } from '../names.js';
import { Writer } from '../writer.js';
import { EXPLAIN_EN, type ExplainWords } from './words.en.js';
import { EXPLAIN_VI } from './words.vi.js';

export const EXPLAIN_WORDS: Readonly<Record<Language, ExplainWords>> = { vi: EXPLAIN_VI, en: EXPLAIN_EN };

/** A name of a formula as formulas are read: `số_vụ` → `số vụ`. */
export const nameInWords = (name: string): string => name.replaceAll('_', ' ').trim();

/** Writes what every part of an explanation speaks of: conditions, keys, periods. */
export class ExplainWriter extends Writer {
  readonly words: ExplainWords;

  constructor(
    names: Names,
    lang: Language,
    private readonly unit: Pick<Explanation['unit'], 'kind' | 'peers'> = { kind: 'collective', peers: null },
  ) {
    super(names, lang);
    this.words = EXPLAIN_WORDS[lang];
  }

  /** What units of a kind are called: officials say “unit” of collectives, where no individuals are meant to be left out. */
  noun(kind: Kind | null): string {
    return this.words.nouns[kind === 'individual' ? kind : 'unit'];
  }

  /** What the units of the cluster are called. */
  get peers(): string {
    return this.noun(this.unit.peers);
  }

  /** What the unit itself is called. */
  get own(): string {
    return this.noun(this.unit.kind);
  }

  /** What it is, where that is told from the other kind. */
  get ownKind(): string {
    return this.words.nouns[this.unit.kind];
  }

  /** A figure within a formula: what is more than one number, or below nothing, in parentheses. */
  operand(text: string): string {
    return /^-|\//.test(text) ? `(${this.plain(text)})` : this.plain(text);
  }

  /** A formula with the figures it worked with in the places of their names. */
  worked(expr: string, max: string, figures: readonly { label?: string; value: string }[]): string {
    const valueOf = new Map(figures.map(({ label, value }) => [label, value]));
    return formulaOf(expr, max, this.lang, { name: (name) => this.operand(valueOf.get(name) ?? name) });
  }

  /** A key of the precedence, a figure of a round or a source of a condition: `part:I`. */
  source(source: string): string {
    const [kind = '', ...rest] = source.split(':');
    const code = rest.join(':');
    const word = this.words.sources[kind as keyof ExplainWords['sources']] ?? kind;
    return code === '' ? word : `${word} ${this.named(kind, code)}`;
  }

  /** The value of a key: of `class` a code, of all others a figure. */
  keyValue(key: string, value: string): string {
    if (key !== 'class') return this.figure(value);
    return value === '' ? this.words.noClass : this.names.class(value);
  }

  /** A condition that the file names by one of its keys. */
  condition({ name, required, actual, met }: Condition): string {
    const { words } = this;
    const [kind = '', ...rest] = name.split('.');
    const template = words.conditions[kind as keyof ExplainWords['conditions']] ?? name;
    const code = rest.join('.');
    const written = { required: this.word(kind, required), code: this.named(kind, code), noun: this.peers };
    if (required === 'true') return `${this.fill(template, written)}: ${this.word(kind, actual)}`;
    if (required === 'false') {
      return `${this.fill(template, written)}: ${met ? words.met : `${words.notMet} (${words.proposedFor})`}`;
    }
    // What is asked for and there is the same is not said twice.
    const seen = met && required === actual ? '' : ` (${this.word(kind, actual)})`;
    return `${this.fill(template, written)}: ${met ? words.met : words.notMet}${seen}`;
  }

  /** A condition that the file writes as an expression, with the figures it saw. */
  when({ expr, inputs, holds }: ConditionAccount): string {
    const { words } = this;
    const sourceOf = new Map(inputs.map(({ name, source }) => [name, source]));
    const spoken = {
      name: (name: string) => this.source(sourceOf.get(name) ?? name),
      flag: (name: string, isOn: boolean) => this.flag(sourceOf.get(name) ?? '', isOn),
    };
    const seen = inputs.map(({ source, value, stage, mean }) =>
      this.fill(words.input, {
        source: this.sourceAt(source, stage),
        value: value === null ? words.noValue : `${this.madeOf(mean)}${this.seen(source, value)}`,
      }),
    );
    const met = holds ? words.met : words.notMet;
    return this.fill(words.when, { expr: formulaOf(expr, '', this.lang, spoken), inputs: seen.join('; '), met });
  }

  /** That a fact is in force, or not, as a condition asks it. */
  private flag(source: string, isOn: boolean): string | undefined {
    if (!source.startsWith('fact:')) return undefined;
    const fact = this.names.fact(source.slice('fact:'.length));
    return this.fill(this.words.flags[isOn ? 'true' : 'false'], { fact });
  }

  private sourceAt(source: string, stage: string | undefined): string {
    if (stage === undefined) return this.source(source);
    return this.fill(this.words.stageOf, { source: this.source(source), stage: this.names.stage(stage) });
  }

  /** What a mean was made of. */
  private madeOf(mean: { sum: string; count: number } | undefined): string {
    if (mean === undefined) return '';
    return `${this.fill(this.words.meanOf, { sum: this.figure(mean.sum), count: String(mean.count), noun: this.peers })} = `;
  }

  /** A figure a condition saw; of a fact, whether it is in force. */
  private seen(source: string, value: string): string {
    if (!source.startsWith('fact:')) return this.figure(value);
    return value === '1' ? this.words.values.true : this.words.values.false;
  }

  /** How a scale rounds. */
  rounding({ digits, mode }: Rounding): string {
    const { rounding, modes } = this.words;
    const template = digits === 0 ? rounding.whole : digits === 1 ? rounding.digit : rounding.digits;
    return this.fill(template, { digits: String(digits), mode: modes[mode] });
  }

  /** What rounding made of a value. */
  rounded(way: Rounding, exact: string, points: string): string {
    const written = { way: this.rounding(way), exact: this.figure(exact), points: this.figure(points) };
    return this.fill(this.words.rounded, written);
  }

  period({ from, to }: { from: string; to: string | null }): string {
    const { words } = this;
    const written = { from: this.date(from), to: to === null ? '' : this.date(to) };
    return this.fill(to === null ? words.open : words.period, written);
  }

  private parting({ unit, key, own, other, distance }: Parting): Record<string, string> {
    return {
      unit: this.names.unit(unit),
      key: this.source(key),
      own: this.keyValue(key, own),
      other: this.keyValue(key, other),
      distance: this.figure(withDigits(distance, own)),
    };
  }

  /** The line that says what decided between two units; a class is no distance away. */
  parted(side: 'above' | 'below' | 'last', parting: Parting & { rank?: number }): string {
    const { words } = this;
    const template = parting.key === 'class' ? words.byClass[side] : words[side];
    return this.fill(template, { ...this.parting(parting), rank: String(parting.rank) });
  }

  /** What a share or a quota is of. */
  shareOf(of: string, noun: string): string {
    const [what = '', code = ''] = of.split(':');
    const template = this.words.shareOf[what as keyof ExplainWords['shareOf']] ?? of;
    return this.fill(template, { code: this.named(what, code), noun });
  }

  private named(kind: string, code: string): string {
    const { names } = this;
    if (kind === 'part' || kind === 'minParts') return names.part(code);
    if (kind === 'group') return names.group(code);
    if (kind === 'fact') return names.fact(code);
    if (kind === 'class') return names.class(code);
    if (kind === 'reward' || kind === 'excludes' || kind === 'requires') return names.reward(code);
    if (kind === 'param') return `“${nameInWords(code)}”`;
    return ['criterion', 'value', 'mean', 'percent'].includes(kind) ? names.criterion(code) : code;
  }

  private word(kind: string, text: string): string {
    if (kind === 'classes' && text === 'null') return this.words.noClass;
    const word = this.words.values[text as keyof ExplainWords['values']];
    if (word !== undefined) return word;
    if (kind !== 'classes') return this.figure(text);
    return text
      .split(', ')
      .map((code) => this.names.class(code))
      .join(', ');
  }
}

const digitsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** A decimal with at least as many digits behind its point as another has. */
const withDigits = (text: string, like: string): string =>
  digitsOf(text) >= digitsOf(like) ? text : Number(text).toFixed(digitsOf(like));

type Kind = Explanation['unit']['kind'];

interface Parting {
  unit: string;
  key: string;
  own: string;
  other: string;
  distance: string;
}
