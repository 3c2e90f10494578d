import type { Language } from './language.js';
import type { Fault, Problem } from './problem.js';
import { translate } from './translate.js';

type ToldFault = Pick<Fault, 'code' | 'path' | 'params' | 'line' | 'column'> & { readonly message: string };

/** The body of a failed answer (RFC 9457), with the members this service adds. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly correlationId: string;
  readonly errors?: readonly ToldFault[];
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
    ...(details.errors && { errors: details.errors.map((fault) => told(fault, language)) }),
  };
}

function told({ code, path, message, params, sentences, line, column }: Fault, language: Language): ToldFault {
  // The English text given knows the case at hand; the catalogue knows only the code.
  const own = sentences?.[language] ?? (language === 'en' ? message : undefined);
  return {
    code,
    path,
    message: own ?? translate(code, params ?? {}, language, message),
    ...(params && { params }),
    ...(line !== undefined && { line, column }),
  };
}
