import type { Language } from './language.js';
import type { Fault, Problem } from './problem.js';
import { translate } from './translate.js';

type ToldFault = Pick<Fault, 'code' | 'path' | 'params' | 'line' | 'column'> & { readonly message: string };

/** How many faults an answer names, and how much of what was sent it repeats: whoever sends junk gets no more of it back. */
const MOST_FAULTS = 20;
const MOST_ECHOED = 200;

/** The body of a failed answer (RFC 9457), with the members this service adds. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly correlationId: string;
  readonly errors?: readonly ToldFault[];
  /** How many faults there are besides those in `errors`. */
  readonly moreErrors?: number;
  readonly [extra: string]: unknown;
}

/** A problem in the reader's language. */
export function problemDocument(problem: Problem, language: Language, correlationId: string): ProblemDocument {
  const { code, status, details } = problem;
  const detail = translate(code, details.params ?? {}, language, details.message);
  return {
    ...details.extra,
    type: `urn:thidua:problem:${code}`,
    title: translate(`http.${status}`, {}, language, detail),
    status,
    code,
    detail,
    correlationId,
    ...(details.errors && toldFaults(details.errors, details.moreErrors ?? 0, language)),
  };
}

function toldFaults(
  faults: readonly Fault[],
  besides: number,
  language: Language,
): Pick<ProblemDocument, 'errors' | 'moreErrors'> {
  const more = faults.length + besides - MOST_FAULTS;
  return {
    errors: faults.slice(0, MOST_FAULTS).map((fault) => told(fault, language)),
    ...(more > 0 && { moreErrors: more }),
  };
}

function clipped(text: string): string {
  return text.length > MOST_ECHOED ? `${[...text].slice(0, MOST_ECHOED).join('')}…` : text;
}

function told({ code, path, message, params, sentences, line, column }: Fault, language: Language): ToldFault {
  // The English text given knows the case at hand; the catalogue knows only the code.
  const own = sentences?.[language] ?? (language === 'en' ? message : undefined);
  return {
    code,
    path: clipped(path),
    message: own ?? translate(code, params ?? {}, language, message),
    ...(params && { params }),
    ...(line !== undefined && { line, column }),
  };
}
