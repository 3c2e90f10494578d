import { readDecimal } from '../number/decimal.js';
import { isPositive, type Rational } from '../number/rational.js';
import type { JsonObject } from '../text/json-value.js';
import { fillWords } from './figures.js';
import type { FormField, Language } from './form.js';
import type { Remark } from './kind.js';
import { openRule } from './registry.js';

/** A rule in words: what its kind is called, and one sentence with its own figures. */
export interface RuleWords {
  name: string;
  sentence: string;
}

/**
 * A rule (spec, "Rules") of a criterion worth `max` points, a decimal text, in words of one language. Undefined for a
 * rule that `readCompetition` would not accept: its errors say why. `taken`: its points are taken off. Throws nothing.
 */
export function describeRule(rule: JsonObject, max: string, language: Language, taken = false): RuleWords | undefined {
  const most = readMax(max);
  const open = most && openRule(rule, most);
  if (most === undefined || open === undefined) return undefined;
  const words = open.kind.words[language];
  return { name: words.name, sentence: fillWords(words, open.kind.figures(open.values, most), language, taken) };
}

/**
 * What a person fills in for a criterion of `max` points with this rule (spec, "Rules", entry value), in the order in
 * which it is asked for. Undefined for a rule that `readCompetition` would not accept: its errors say why. Throws nothing.
 */
export function entryForm(rule: JsonObject, max: string): FormField[] | undefined {
  const most = readMax(max);
  const open = most && openRule(rule, most);
  return most && open?.kind.form(open.values, most);
}

/** The most points a checked rule gives for any value at all, before rounding, and what is hardly meant in it. */
export function judgeRule(rule: JsonObject, max: Rational): { reach: Rational; remarks: Remark[] } {
  const open = openRule(rule, max);
  if (open === undefined) throw new TypeError(`a rule that was never checked: ${String(rule['kind'])}`);
  const { kind, values } = open;
  return { reach: kind.reach?.(values, max) ?? max, remarks: kind.remarks?.(values, max) ?? [] };
}

function readMax(max: string): Rational | undefined {
  const value = readDecimal(max);
  return typeof value === 'string' || !isPositive(value) ? undefined : value;
}
