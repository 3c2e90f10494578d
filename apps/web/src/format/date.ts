const two = (n: number) => String(n).padStart(2, '0');

/** A calendar date `2022-07-20` → `20/07/2022`. No time zone is involved. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match === null ? day : `${match[3]}/${match[2]}/${match[1]}`;
}

/**
 * Reads a day as it is typed, `20/7/2022` or, from a keyboard of digits alone, `20072022`, as `2022-07-20`. A year has
 * four digits, so that a slip of the finger makes no date of long ago, in time for every deadline.
 */
export function parseDay(text: string): { ok: true; value: string } | { ok: false; reason: 'notADate' } {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]([12]\d{3})$|^(\d{2})(\d{2})([12]\d{3})$/.exec(text.trim());
  const [day, month, year] = (match ?? [])
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  if (day === undefined || month === undefined || year === undefined) return { ok: false, reason: 'notADate' };
  const value = `${year}-${two(month)}-${two(day)}`;
  // Days that no month has run over into the next one.
  const real = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(value);
  return real ? { ok: true, value } : { ok: false, reason: 'notADate' };
}

/** An instant (ISO 8601) → `20/07/2022 08:05:09`, in the time zone of the reader. */
export function formatMoment(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
