/**
 * Of a grant `g`: whether it counts on a day (YYYY-MM-DD in Vietnam), which is bound twice. By the day alone: nobody has
 * to do anything for a term to begin or to end.
 */
export const GRANT_COUNTS =
  '(g.ended_at IS NULL AND (g.from_day IS NULL OR g.from_day <= ?) AND (g.to_day IS NULL OR g.to_day >= ?))';
