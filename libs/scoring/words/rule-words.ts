import { formulaInWords, type Spoken } from '../rules/formula/in-words.js';
import { formatNumber } from '../rules/figures.js';
import type { Language } from '../rules/form.js';
import { KINDS } from '../rules/registry.js';

const BY_KIND = new Map(KINDS.map(({ kind, words }) => [kind, words]));
const OPERATIONS = BY_KIND.get('formula')!;

/** What a kind of rule (spec, "Rules") is called; a kind it does not know by its code. Throws nothing. */
export const kindName = (kind: string, language: Language): string => BY_KIND.get(kind)?.[language].name ?? kind;

/**
 * A formula or condition (spec, "Rules", "Conditions") that was checked, as people read it: `full * min(a/b, 1)` with
 * `full` = `max`, a decimal text; `spoken` says what stands for its names. Throws a TypeError where it was never checked.
 */
export const formulaOf = (expr: string, max: string, language: Language, spoken?: Spoken): string =>
  formulaInWords(
    expr,
    OPERATIONS[language].words!,
    formatNumber(max, language),
    (text) => formatNumber(text, language),
    spoken,
  );
