/** ISO dates, `YYYY-MM-DD`, which are compared as texts. */

/** Whether there is such a day. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
