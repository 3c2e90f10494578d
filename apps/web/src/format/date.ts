const two = (n: number) => String(n).padStart(2, '0');

/** A calendar date `2022-07-20` → `20/07/2022`. No time zone is involved. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match === null ? day : `${match[3]}/${match[2]}/${match[1]}`;
}

/** An instant (ISO 8601) → `20/07/2022 08:05:09`, in the time zone of the reader. */
export function formatMoment(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
