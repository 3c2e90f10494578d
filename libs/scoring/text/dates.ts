const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for what is written YYYY-MM-DD, be it a day or not. */
export const isDateForm = (text: string): boolean => DATE.test(text);

/** True for a day of the calendar written YYYY-MM-DD. Such texts sort as the days do. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + leap;
}

/**
 * The day's number in the calendar carried on to both sides, so that two of them tell how many days lie between:
 * years are taken to begin in March, which puts the leap day at their end.
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const early = month <= 2 ? 1 : 0;
  const years = year - early;
  const months = month - 3 + 12 * early;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leaps + Math.floor((153 * months + 2) / 5) + day;
}
