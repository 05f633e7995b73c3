/** The days that are proposed for a date to be written. */
export type ProposedDay = 'today' | 'halfYear' | 'year';

const DAYS: Record<ProposedDay, number> = { today: 0, halfYear: 183, year: 365 };

/** Both dates are ISO dates. */
export function proposedDay(today: string, which: ProposedDay): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + DAYS[which]);
  return day.toISOString().slice(0, 10);
}
