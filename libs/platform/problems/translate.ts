import type { Language } from './language.js';
import { MESSAGES_EN } from './messages.en.js';
import { MESSAGES_VI } from './messages.vi.js';

export type MessageParams = Readonly<Record<string, string | number>>;

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = { vi: MESSAGES_VI, en: MESSAGES_EN };

/**
 * The message of a code in a language, its `{placeholders}` filled.
 * @param fallback English text for a code no catalogue knows; without it, the code itself.
 */
export function translate(code: string, params: MessageParams, language: Language, fallback?: string): string {
  const template = Object.hasOwn(CATALOGUES[language], code) ? CATALOGUES[language][code] : undefined;
  if (template === undefined) return fallback ?? code;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'));
}
