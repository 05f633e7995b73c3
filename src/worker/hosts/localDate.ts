/**
 * Today by the clock on the wall as an ISO date, without Intl, which takes longer to load than a
 * small file to lint.
 */
export function localDate(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${String(now.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}
