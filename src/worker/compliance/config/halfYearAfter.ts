/** How long a new waiver is proposed to hold. Both dates are ISO dates. */
export function halfYearAfter(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 183);
  return day.toISOString().slice(0, 10);
}
