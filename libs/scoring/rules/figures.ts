import { exactText } from '../number/exact-text.js';
import type { Rational } from '../number/rational.js';
import { formulaInWords } from './formula/in-words.js';
import type { Language } from './form.js';

/** A figure of a rule in its sentence: a number, a label, a word of the kind's own, a day, a formula or a list. */
export type Figure = Rational | string | { word: string } | { date: string } | { expr: string } | readonly Item[];

/** One of a list, told by the template `as`. */
export interface Item {
  as: string;
  figures: Figures;
}

export type Figures = Readonly<Record<string, Figure | undefined>>;

/**
 * The words of a kind in one language. In a template `{name}` is a figure, and what stands in `[…]` is left out where
 * one of its figures is absent.
 */
export interface KindWords {
  name: string;
  /** The sentence that tells the rule. */
  rule: string;
  /** The same where the points are taken off, if the words of `rule` would not do. */
  taken?: string;
  /** Of what lists consist. */
  items?: Readonly<Record<string, string>>;
  /** What depends on a choice of the rule, which is not told where it has no word here; of `formula`, what operations are called. */
  words?: Readonly<Record<string, string>>;
}

/** The sentence of a rule with its figures. */
export function fillWords(words: KindWords, figures: Figures, language: Language, taken = false): string {
  const number = (text: string): string => formatNumber(text, language);
  const write = (figure: Figure | undefined): string | undefined => {
    if (figure === undefined || typeof figure === 'string') return figure;
    if ('n' in figure) return number(exactText(figure));
    if ('date' in figure) return formatDate(figure.date, language);
    if ('word' in figure) return words.words?.[figure.word];
    if ('expr' in figure) return formulaInWords(figure.expr, words.words ?? {}, write(figures['max']) ?? '', number);
    return figure.map((item) => fill(words.items?.[item.as] ?? '', item.figures)).join('; ');
  };
  const fill = (template: string, values: Figures): string => fillTemplate(template, (name) => write(values[name]));
  const sentence = fill((taken ? words.taken : undefined) ?? words.rule, figures);
  return language === 'en' ? sentence.replaceAll(ONE_POINT, '1 point') : sentence;
}

/** One point and no more, where a template has the plural. */
const ONE_POINT = /(?<![\d.,])1 points\b/g;

/** A template with its `{names}` filled in; what stands in `[…]` is left out where one of its names has no value. */
export function fillTemplate(template: string, valueOf: (name: string) => string | undefined): string {
  return template
    .split(/(\[[^\]]*\])/)
    .map((part) => {
      const names = [...part.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
      const isAbsent = part.startsWith('[') && names.some((name) => valueOf(name) === undefined);
      const text = part.startsWith('[') ? part.slice(1, -1) : part;
      return isAbsent ? '' : text.replaceAll(PLACEHOLDER, (_, name: string) => valueOf(name) ?? '');
    })
    .join('');
}

const PLACEHOLDER = /\{([\w:]+)\}/g;

/**
 * A decimal text (spec, "Numbers") as people read it: Vietnamese figures have a decimal comma and dots between thousands,
 * English ones are as the file writes them. Throws nothing.
 */
export function formatNumber(text: string, language: Language): string {
  if (language === 'en') return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** A day (spec, "Top level": YYYY-MM-DD) as people read it, in Vietnamese 31/12/2022. Throws nothing. */
export const formatDate = (date: string, language: Language): string =>
  language === 'en' ? date : date.replace(/^(\d+)-(\d+)-(\d+)$/, '$3/$2/$1');
