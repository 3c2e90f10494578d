import { translate } from '@thidua/platform';
import { ERROR_CODES } from '@thidua/scoring';
import type { ErrorParams } from '@thidua/scoring';
import type { Told } from './told-lines.js';

const OF_ENGINE: ReadonlySet<string> = new Set(ERROR_CODES);

/** A fault of a file, with its sentence where it is none of the engine's: the service has found it, and has the words. */
export function toldFault<T extends Told>(fault: T): T & Told {
  if (OF_ENGINE.has(fault.code)) return fault;
  const said = (lang: 'vi' | 'en'): string =>
    translate(fault.code, (fault.params ?? {}) as ErrorParams, lang, fault.message);
  return { ...fault, sentences: { vi: said('vi'), en: said('en') } };
}
